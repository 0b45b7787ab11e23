/**
 * What a window may ask of the machine: dialogs, menus, remembered choices, recent projects. Exposed by the
 * preload as `window.emic`; everything about a project goes through the engine instead.
 */
export interface Shell {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
  /** Settings as they were when the window was made; later changes through `saveSetting`. */
  readonly settings: Settings;
  /** The project that the window opens at its start; null where it begins with the welcome screen. */
  readonly opening: OpeningProject | null;
  /** Remembers a choice on this machine. */
  saveSetting<K extends keyof Settings>(key: K, value: Settings[K]): void;
  /** Brings the other window that has the project at a path to the front; false where none has. */
  showIfOpen(path: string): Promise<boolean>;
  /** The engine's port arrives as a window message `emic:port` (a port can't cross the bridge). */
  requestPort(): void;
  /** Native dialogs; an empty list or null when the person cancels. */
  chooseProject(): Promise<string | null>;
  chooseDocuments(): Promise<readonly string[]>;
  chooseFolder(purpose?: FolderPurpose): Promise<string | null>;
  chooseSavePath(options: SavePathOptions): Promise<string | null>;
  /** Makes a fresh copy of the sample project where the user's documents are and gives its path. */
  copySample(): Promise<string>;
  recentProjects(): Promise<readonly RecentProject[]>;
  forgetRecentProject(path: string): Promise<void>;
  /** The path of a `File` that was dropped on the window; empty for something that is not a file. */
  pathOfFile(file: object): string;
  /** Shows a written file in the system's file manager. */
  showInFolder(path: string): void;
  /** The native menu bar is made from the window's own actions. */
  setMenu(menu: readonly MenuSection[]): void;
  /** Another window saved a choice; of `choices` only what changed, null where a key was taken away. */
  onSettingSaved(listener: (change: Partial<Settings>) => void): () => void;
  onMenuAction(listener: (actionId: string) => void): () => void;
  /** A project was asked for from outside: a second start, a double click on a file. */
  onOpenProject(listener: (path: string) => void): () => void;
  /** The engine process ended unexpectedly; a new port follows after `requestPort`. */
  onEngineEnded(listener: () => void): () => void;
  /** What the title bar shows; null when no project is open. */
  setProject(project: ShownProject | null): void;
  /** A mark for the start-up measurement: the window can be used. */
  reportUsable(): void;
}

/** A project as the window's frame tells of it. */
export interface ShownProject {
  readonly path: string;
  readonly name: string;
  readonly lineage: string;
}

export interface OpeningProject {
  readonly path: string;
  /** As it was when it was last open on this machine; null where that is not known. */
  readonly asLeft: ShownProject | null;
}

/** What a folder is chosen for; documents unless said otherwise. */
export type FolderPurpose = 'documents' | 'backups';

export interface Settings {
  /** Asked once at first run. */
  readonly coder: { readonly name: string; readonly color: string } | null;
  readonly theme: ThemeChoice;
  /** Size of document text in per cent. */
  readonly textZoom: number;
  /** Where backups are kept; null: beside each project. */
  readonly backupFolder: string | null;
  /** Panels and tabs as they were left, by the project's lineage; the window's own format. */
  readonly layouts: Readonly<Record<string, unknown>>;
  /** Other small remembered choices of views. */
  readonly choices: Readonly<Record<string, unknown>>;
}

/** `contrastLight` and `contrastDark`: stronger lines and inks, whatever the system asks for. */
export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrastLight' | 'contrastDark';

export interface RecentProject {
  readonly path: string;
  readonly name: string;
  /** ISO time of the last opening. */
  readonly openedAt: string;
  readonly exists: boolean;
}

export interface SavePathOptions {
  readonly title: string;
  readonly defaultName: string;
  readonly filters: readonly { readonly name: string; readonly extensions: readonly string[] }[];
}

export interface MenuSection {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export type MenuItem =
  | { readonly type: 'separator' }
  | {
      readonly type: 'role';
      readonly role:
        | 'cut'
        | 'copy'
        | 'paste'
        | 'selectAll'
        | 'minimize'
        | 'close'
        | 'quit'
        | 'togglefullscreen'
        | 'zoomIn'
        | 'zoomOut'
        | 'resetZoom'
        | 'toggleDevTools'
        | 'services'
        | 'hide'
        | 'about';
      readonly label?: string;
      /** In place of the role's own keys. */
      readonly accelerator?: string;
    }
  | {
      readonly type: 'action';
      readonly id: string;
      readonly label: string;
      /** Shown in the menu; `isHandledByWindow` keeps the menu from taking the keys itself. */
      readonly accelerator?: string;
      readonly isHandledByWindow?: boolean;
      readonly isEnabled: boolean;
      readonly isChecked?: boolean;
    }
  | { readonly type: 'submenu'; readonly label: string; readonly items: readonly MenuItem[] };
