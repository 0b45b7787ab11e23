/** Whether Alt is held while something is dragged: drag and drop of the tree tells no keys. */
let isAltHeld = false;

function note(event: DragEvent | KeyboardEvent): void {
  isAltHeld = event.altKey;
}

window.addEventListener('dragover', note, true);
window.addEventListener('drop', note, true);
window.addEventListener('keydown', note, true);
window.addEventListener('keyup', note, true);

export function altIsHeld(): boolean {
  return isAltHeld;
}
