import { realpathSync } from 'node:fs';
import { BrowserWindow, type WebContents } from 'electron';
import { ProjectWindow, type ProjectWindowOptions } from './project-window';

/** The real place of a file, so that one project is not opened twice under two names. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
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
    const wanted = path === null ? null : realPath(path);
    const holder = windows.find((each) => each.projectPath !== null && realPath(each.projectPath) === wanted);
    const free = windows.find((each) => each.projectPath === null);
    if (holder) holder.focus();
    else if (path === null) (free ?? windows[0] ?? this.create(null)).focus();
    else if (free) free.openProject(path);
    else this.create(path);
  }

  /** Resolves when every engine has closed its project; undefined when none is left to wait for. */
  enginesClosed(): Promise<unknown> | undefined {
    return this.closing.size > 0 ? Promise.all(this.closing) : undefined;
  }
}
