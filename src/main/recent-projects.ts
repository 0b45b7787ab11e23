import { access } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { RecentProject, ShownProject } from '../contract/shell';
import { isPath, isRecord, isText } from './checks';
import { JsonFile } from './json-file';

const mostProjects = 20;

interface Entry extends Omit<RecentProject, 'exists'> {
  /** Null where the entry was written before lineages were remembered. */
  readonly lineage: string | null;
}

function parseEntries(content: unknown): readonly Entry[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((entry: unknown) => {
    if (!isRecord(entry) || !isPath(entry.path) || !isText(entry.openedAt)) return [];
    const name = isText(entry.name) ? entry.name : basename(entry.path, extname(entry.path));
    const lineage = isText(entry.lineage, 100) ? entry.lineage : null;
    return [{ path: entry.path, name, openedAt: entry.openedAt, lineage }];
  });
}

/** Projects that were open on this machine, newest first. */
export class RecentProjects {
  private file: JsonFile<readonly Entry[]> | undefined;

  constructor(private readonly path: string) {}

  /** With the question answered whether each file is still there. */
  async list(): Promise<readonly RecentProject[]> {
    return Promise.all(
      this.entries().value.map(async ({ path, name, openedAt }) => ({
        path,
        name,
        openedAt,
        exists: await isThere(path),
      })),
    );
  }

  /** The project at a path as it was when it was last open. */
  asLeft(path: string): ShownProject | null {
    const entry = this.entries().value.find((each) => each.path === path);
    if (!entry || entry.lineage === null) return null;
    return { path, name: entry.name, lineage: entry.lineage };
  }

  add({ path, name, lineage }: ShownProject, now: Date): void {
    this.replace(path, [{ path, name, openedAt: now.toISOString(), lineage }]);
  }

  forget(path: string): void {
    this.replace(path, []);
  }

  flush(): void {
    this.file?.flush();
  }

  private replace(path: string, by: readonly Entry[]): void {
    const others = this.entries().value.filter((entry) => entry.path !== path);
    this.entries().set([...by, ...others].slice(0, mostProjects));
  }

  /** Read when first asked for, not at start. */
  private entries(): JsonFile<readonly Entry[]> {
    this.file ??= new JsonFile(this.path, parseEntries);
    return this.file;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
