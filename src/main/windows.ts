import { realpathSync, statSync } from 'node:fs';
import { BrowserWindow, type WebContents } from 'electron';
import { ProjectWindow, type ProjectWindowOptions } from './project-window';

/** The same for all names of one file, links too, so that one project is not opened twice. */
function fileAt(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    // Some file systems number nothing.
    return ino === 0n ? realpathSync.native(path) : `${dev}:${ino}`;
  } catch {
    return path;
  }
}

/** All windows, one a project, and the engines that are still closing theirs. */
export class Windows {
  private readonly open = new Map<number, ProjectWindow>();
  private readonly closing = new Set<Promise<void>>();

  constructor(private readonly options: Pick<ProjectWindowOptions, 'state' | 'settings'>) {}

  get isEmpty(): boolean {
    return this.open.size === 0;
  }

  of(contents: WebContents): ProjectWindow | undefined {
    return this.open.get(contents.id);
  }

  all(): readonly ProjectWindow[] {
    return [...this.open.values()];
  }

  create(openPath: string | null): ProjectWindow {
    const beside = BrowserWindow.getFocusedWindow() ?? this.all().at(-1)?.window;
    const made = new ProjectWindow({ ...this.options, openPath, beside });
    const { id } = made.contents;
    this.open.set(id, made);
    made.window.once('closed', () => {
      this.open.delete(id);
      const closing = made.engine.close().finally(() => this.closing.delete(closing));
      this.closing.add(closing);
    });
    return made;
  }

  /** A project asked for from outside: in its own window if it has one, else in one without a project, else anew. */
  show(path: string | null): void {
    const windows = this.all();
    const holder = path === null ? undefined : this.holderOf(path);
    const free = windows.find((each) => each.projectPath === null);
    if (holder) holder.focus();
    else if (path === null) (free ?? windows[0] ?? this.create(null)).focus();
    else if (free) free.openProject(path);
    else this.create(path);
  }

  /** Brings the window to the front that has the project at a path, if it is another one than `asking`. */
  showOther(asking: ProjectWindow, path: string): boolean {
    const holder = this.holderOf(path, asking);
    holder?.focus();
    return holder !== undefined;
  }

  private holderOf(path: string, except?: ProjectWindow): ProjectWindow | undefined {
    const wanted = fileAt(path);
    return this.all().find(
      (each) => each !== except && each.projectPath !== null && fileAt(each.projectPath) === wanted,
    );
  }

  /** Resolves when every engine has closed its project; undefined when none is left to wait for. */
  enginesClosed(): Promise<unknown> | undefined {
    return this.closing.size > 0 ? Promise.all(this.closing) : undefined;
  }
}
