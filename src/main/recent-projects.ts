import { access } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { RecentProject } from '../contract/shell';
import { isPath, isRecord, isText } from './checks';
import { JsonFile } from './json-file';

const mostProjects = 20;

type Entry = Omit<RecentProject, 'exists'>;

function parseEntries(content: unknown): readonly Entry[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((entry: unknown) => {
    if (!isRecord(entry) || !isPath(entry.path) || !isText(entry.openedAt)) return [];
    const name = isText(entry.name) ? entry.name : basename(entry.path, extname(entry.path));
    return [{ path: entry.path, name, openedAt: entry.openedAt }];
  });
}

/** Projects that were open on this machine, newest first. */
export class RecentProjects {
  private file: JsonFile<readonly Entry[]> | undefined;

  constructor(private readonly path: string) {}

  /** With the question answered whether each file is still there. */
  async list(): Promise<readonly RecentProject[]> {
    return Promise.all(
      this.entries().value.map(async (entry) => ({ ...entry, exists: await isThere(entry.path) })),
    );
  }

  add(project: { readonly path: string; readonly name: string }, now: Date): void {
    const entry = { path: project.path, name: project.name, openedAt: now.toISOString() };
    this.replace(project.path, [entry]);
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
