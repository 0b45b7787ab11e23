/** Installs what is missing for running Emic, and nothing else. The other commands do the same first. */
import { runScript, say } from './lib/say.mjs';
import { setUpForRunning } from './lib/setup.mjs';

await runScript(async () => {
  const electron = await setUpForRunning();
  say(`Ready: Node ${process.versions.node}, Electron ${electron.version ?? 'of EMIC_ELECTRON'}.`);
});
