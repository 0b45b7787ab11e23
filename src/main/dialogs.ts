import { access } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { isRecord, isText } from './checks';

const words = {
  openProject: 'Open a project',
  chooseDocuments: 'Choose documents',
  chooseFolder: 'Choose a folder with documents',
  chooseBackupFolder: 'Choose a folder for backups',
  emicProject: 'Emic project',
  allFiles: 'All files',
};

const allFiles: FileFilter = { name: words.allFiles, extensions: ['*'] };

/** Where the last file was chosen, as long as the application runs. */
let lastFolder: string | undefined;

async function chooseExisting(
  window: BrowserWindow,
  title: string,
  properties: ('openFile' | 'openDirectory' | 'multiSelections')[],
  filters: FileFilter[] = [],
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties,
    filters,
    defaultPath: lastFolder ?? app.getPath('documents'),
  });
  const [first] = filePaths;
  if (canceled || first === undefined) return [];
  lastFolder = properties.includes('openDirectory') ? first : dirname(first);
  return filePaths;
}

export async function chooseProject(window: BrowserWindow): Promise<string | null> {
  const filters = [{ name: words.emicProject, extensions: ['emic'] }, allFiles];
  const [path] = await chooseExisting(window, words.openProject, ['openFile'], filters);
  return path ?? null;
}

export function chooseDocuments(window: BrowserWindow): Promise<readonly string[]> {
  return chooseExisting(window, words.chooseDocuments, ['openFile', 'multiSelections']);
}

export async function chooseFolder(window: BrowserWindow, purpose: unknown): Promise<string | null> {
  const title = purpose === 'backups' ? words.chooseBackupFolder : words.chooseFolder;
  const [path] = await chooseExisting(window, title, ['openDirectory']);
  return path ?? null;
}

function readFilters(value: unknown): FileFilter[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 20).flatMap((filter: unknown) => {
    if (!isRecord(filter) || !isText(filter.name, 200) || !Array.isArray(filter.extensions)) return [];
    const extensions = filter.extensions.filter((each): each is string => isText(each, 20)).slice(0, 20);
    return [{ name: filter.name, extensions }];
  });
}

/** A name that no system takes for a folder or refuses. */
function safeName(value: unknown): string {
  const name = isText(value, 1000) ? value.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').trim() : '';
  return name.slice(0, 120) || 'Emic';
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Asks where to save. Linux does not add the ending that was chosen: the first filter's is added here, and the
 * question put once more when that names a file which is there, since nobody has agreed to overwrite that one.
 */
export async function chooseSavePath(
  window: BrowserWindow,
  options: unknown,
  folder: string | undefined,
): Promise<string | null> {
  const from = isRecord(options) ? options : {};
  const filters = readFilters(from.filters);
  const ending = filters[0]?.extensions[0];
  const ask = async (defaultPath: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: isText(from.title, 200) ? from.title : '',
      filters,
      defaultPath,
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return canceled || !filePath ? null : filePath;
  };
  const name = safeName(from.defaultName);
  let path = await ask(join(lastFolder ?? folder ?? app.getPath('documents'), name));
  if (path !== null && ending && ending !== '*' && extname(path) === '') {
    const withEnding = `${path}.${ending}`;
    path = (await isThere(withEnding)) ? await ask(withEnding) : withEnding;
  }
  if (path !== null) lastFolder = dirname(path);
  return path;
}
