/**
 * Asks whether Electron's runtime can be downloaded: exit code 0 when it is in the cache already or its host
 * answers, 1 otherwise. The address comes from Electron's own downloader, so mirrors set in the environment count.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

const answered = new Error('the host answered');

const downloader = {
  async download(url) {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8000) });
    throw response.ok ? answered : new Error(`the host answered ${response.status}`);
  },
};

const packageFile = inRoot('node_modules', 'electron', 'package.json');
const requireAsElectron = createRequire(packageFile);
const { downloadArtifact } = await import(pathToFileURL(requireAsElectron.resolve('@electron/get')).href);
try {
  await downloadArtifact({
    version: JSON.parse(readFileSync(packageFile, 'utf8')).version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: requireAsElectron('./checksums.json'),
    downloader,
  });
} catch (error) {
  if (error !== answered) {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  }
}
