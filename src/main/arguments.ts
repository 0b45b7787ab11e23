import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The project file named on a command line, absolute, or null. `isPackaged`: otherwise the first plain argument
 * is the application's own folder.
 */
export function projectArgument(argv: readonly string[], isPackaged: boolean, folder: string): string | null {
  const plain = argv.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'));
  const named = plain[isPackaged ? 0 : 1];
  if (named === undefined) return null;
  try {
    return named.startsWith('file:') ? fileURLToPath(named) : resolve(folder, named);
  } catch {
    return null;
  }
}
