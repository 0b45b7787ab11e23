import type { Settings } from '../contract/shell';

/**
 * What the main process and the engine process say to each other; everything about a project goes over the
 * window's port instead. `start` and `port` carry one end of a message channel whose other end the window gets.
 */
export type ToEngineProcess =
  | {
      readonly type: 'start';
      readonly appVersion: string;
      readonly coder: Settings['coder'];
      readonly backupFolder: Settings['backupFolder'];
      /** Opened at once, while the window is still loading. */
      readonly openPath: string | null;
    }
  | { readonly type: 'port' }
  | { readonly type: 'close' };

export type FromEngineProcess =
  /** The project named at start could not be opened; the window asks again and shows why. */
  { readonly type: 'openFailed'; readonly path: string };
