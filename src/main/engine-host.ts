import { app, MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Settings } from '../contract/shell';
import type { FromEngineProcess, ToEngineProcess } from './engine-messages';

const closeLimitInMilliseconds = 3000;
/**
 * Unexpected ends closer to each other than this: the second time the project itself may be the cause, so it is
 * not opened again; the third time the engine can't run at all.
 */
const calmInMilliseconds = 10_000;

export interface EngineHostOptions {
  /** The built engine process. */
  readonly script: string;
  /** The file in which the engine process keeps its code compiled. */
  readonly codeCache: string;
  readonly openPath: string | null;
  /** Asked at every start: the coder as remembered now. */
  readonly coder: () => Settings['coder'];
  readonly backupFolder: () => Settings['backupFolder'];
  /** Asked after an unexpected end: the project to open again. */
  readonly reopenPath: () => string | null;
  readonly onEnded: () => void;
  readonly onOpenFailed: (path: string) => void;
  readonly onGivenUp: () => void;
}

/** One engine process for one window; started anew when it ends unexpectedly. */
export class EngineHost {
  private child: UtilityProcess;
  private windowPort: MessagePortMain | null = null;
  private isClosing = false;
  private closed: Promise<void> | undefined;
  private lastEnd = 0;
  private endsInARow = 0;

  constructor(private readonly options: EngineHostOptions) {
    this.child = this.fork(options.openPath);
  }

  /** The window's end of a channel to the engine. The first is made with the process, so that it waits for nothing. */
  connect(): MessagePortMain {
    const ready = this.windowPort;
    this.windowPort = null;
    return ready ?? this.openChannel({ type: 'port' });
  }

  /** Lets the engine finish and close its project; resolves when the process has ended, after 3 s at the latest. */
  close(): Promise<void> {
    this.closed ??= new Promise((resolve) => {
      this.isClosing = true;
      const limit = setTimeout(() => this.child.kill(), closeLimitInMilliseconds);
      this.child.once('exit', () => {
        clearTimeout(limit);
        resolve();
      });
      this.tell({ type: 'close' });
    });
    return this.closed;
  }

  private fork(openPath: string | null): UtilityProcess {
    const child = utilityProcess.fork(this.options.script, [this.options.codeCache], {
      serviceName: 'Emic engine',
    });
    child.on('message', (message: FromEngineProcess) => this.options.onOpenFailed(message.path));
    child.once('exit', (code) => this.whenEnded(code));
    this.child = child;
    this.windowPort = this.openChannel({
      type: 'start',
      appVersion: app.getVersion(),
      coder: this.options.coder(),
      backupFolder: this.options.backupFolder(),
      openPath,
    });
    return child;
  }

  private openChannel(message: ToEngineProcess): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.tell(message, [port1]);
    return port2;
  }

  private tell(message: ToEngineProcess, ports: MessagePortMain[] = []): void {
    this.child.postMessage(message, ports);
  }

  private whenEnded(code: number): void {
    if (this.isClosing) return;
    console.error(`The engine process ended unexpectedly (exit code ${code}).`);
    const now = Date.now();
    this.endsInARow = now - this.lastEnd < calmInMilliseconds ? this.endsInARow + 1 : 1;
    this.lastEnd = now;
    if (this.endsInARow > 2) {
      this.isClosing = true;
      this.closed = Promise.resolve();
      this.options.onGivenUp();
      return;
    }
    this.fork(this.endsInARow === 1 ? this.options.reopenPath() : null);
    this.options.onEnded();
  }
}
