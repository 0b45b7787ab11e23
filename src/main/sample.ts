import { constants } from 'node:fs';
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';

const mostCopies = 1000;

function sampleFile(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'sample', 'Netroots.emic')
    : join(__dirname, '..', 'sample', 'Netroots.emic');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function copyInto(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= mostCopies; number++) {
    const target = join(folder, number === 1 ? 'Netroots.emic' : `Netroots ${number}.emic`);
    try {
      await copyFile(sampleFile(), target, constants.COPYFILE_EXCL);
      // The original may be installed read-only.
      await chmod(target, 0o644);
      return target;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
  throw new Error(`${folder} is full of copies of the sample.`);
}

/** Copies the sample project to the person's documents, or beside the settings where that can't be written. */
export async function copySample(): Promise<string> {
  try {
    return await copyInto(join(app.getPath('documents'), 'Emic'));
  } catch (error) {
    console.error('The sample can’t be copied to the documents folder', error);
    return copyInto(join(app.getPath('userData'), 'Emic'));
  }
}
