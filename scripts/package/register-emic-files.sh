#!/bin/sh
# Makes this user's desktop open *.emic with the Emic in this folder. Run it again after moving the folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
mkdir -p "$data/mime/packages" "$data/applications"
cp "$here/resources/file-association/emic-mime.xml" "$data/mime/packages/emic.xml"
# The folder's name goes into a sed replacement: its own special characters are escaped.
executable=$(printf '%s' "$here/emic" | sed 's/[&|\\]/\\&/g')
sed "s|@EXECUTABLE@|$executable|" "$here/resources/file-association/emic.desktop" > "$data/applications/emic.desktop"
if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications"; fi
if command -v xdg-mime > /dev/null; then xdg-mime default emic.desktop application/x-emic; fi
echo "Files ending in .emic now open with $here/emic."
