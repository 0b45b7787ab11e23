import type { Settings } from '../contract/shell';
import { isColor, isPath, isRecord, isText } from './checks';
import { JsonFile } from './json-file';

export const defaultSettings: Settings = {
  coder: null,
  theme: 'system',
  textZoom: 100,
  backupFolder: null,
  layouts: {},
  choices: {},
};

const themes = ['system', 'light', 'dark', 'contrastLight', 'contrastDark'] as const;

/** What the system's own parts (dialogs, menus) are to be. */
export function systemTheme({ theme }: Settings): 'system' | 'light' | 'dark' {
  if (theme === 'contrastLight') return 'light';
  return theme === 'contrastDark' ? 'dark' : theme;
}

/** Layouts of projects that were not opened for long make room. */
const mostLayouts = 50;

const readers: { readonly [K in keyof Settings]: (value: unknown) => Settings[K] | undefined } = {
  coder: (value) => {
    if (value === null) return null;
    if (!isRecord(value) || !isText(value.name, 500) || value.name.trim() === '') return undefined;
    return isColor(value.color) ? { name: value.name, color: value.color } : undefined;
  },
  theme: (value) => themes.find((theme) => theme === value),
  textZoom: (value) => (typeof value === 'number' && value >= 25 && value <= 500 ? value : undefined),
  backupFolder: (value) => (value === null || isPath(value) ? value : undefined),
  layouts: (value) => (isRecord(value) ? value : undefined),
  choices: (value) => (isRecord(value) ? value : undefined),
};

function parseSettings(content: unknown): Settings {
  const from = isRecord(content) ? content : {};
  return {
    coder: readers.coder(from.coder) ?? defaultSettings.coder,
    theme: readers.theme(from.theme) ?? defaultSettings.theme,
    textZoom: readers.textZoom(from.textZoom) ?? defaultSettings.textZoom,
    backupFolder: readers.backupFolder(from.backupFolder) ?? defaultSettings.backupFolder,
    layouts: readers.layouts(from.layouts) ?? defaultSettings.layouts,
    choices: readers.choices(from.choices) ?? defaultSettings.choices,
  };
}

/** `later` laid over `earlier`, its keys last; undefined and null take a key away. */
function merge(earlier: Readonly<Record<string, unknown>>, later: Readonly<Record<string, unknown>>) {
  const kept = Object.entries(earlier).filter(([key]) => !(key in later));
  const added = Object.entries(later).filter(([, value]) => value !== undefined && value !== null);
  return [...kept, ...added];
}

/** The choices remembered on this machine. */
export class SettingsStore {
  private readonly file: JsonFile<Settings>;

  constructor(path: string) {
    this.file = new JsonFile(path, parseSettings);
  }

  get value(): Settings {
    return this.file.value;
  }

  /**
   * Saves one choice; returns false for a value that is none. Two windows may be open, each with its own picture
   * of `layouts` and `choices`: those are merged key by key.
   */
  save(key: unknown, value: unknown): boolean {
    const now = this.file.value;
    if (key === 'layouts' || key === 'choices') {
      const record = readers[key](value);
      if (!record) return false;
      const entries = merge(now[key], record);
      this.file.set({
        ...now,
        [key]: Object.fromEntries(key === 'layouts' ? entries.slice(-mostLayouts) : entries),
      });
      return true;
    }
    if (key !== 'coder' && key !== 'theme' && key !== 'textZoom' && key !== 'backupFolder') return false;
    const read = readers[key](value);
    if (read === undefined) return false;
    this.file.set({ ...now, [key]: read });
    return true;
  }

  flush(): void {
    this.file.flush();
  }
}
