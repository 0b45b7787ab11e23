/** What the end-to-end tests, the tour and the benchmarks are told about the Electron to start. */
import { electronArgs } from './electron.mjs';
import { findPackaged } from './package.mjs';
import { inRoot } from './paths.mjs';

/**
 * The environment of a program that starts Emic: `EMIC_ELECTRON`, the executable; `EMIC_ELECTRON_ARGS`, a JSON
 * array of arguments that come before the application's directory; `EMIC_APP`, that directory; `EMIC_PACKAGED`, the executable of the unpacked
 * Linux application, where it was made.
 */
export function launchEnvironment(electron) {
  const packaged = findPackaged();
  return {
    ...(packaged ? { EMIC_PACKAGED: packaged } : {}),
    EMIC_ELECTRON: electron.path,
    EMIC_ELECTRON_ARGS: JSON.stringify(electronArgs()),
    EMIC_APP: inRoot(),
  };
}
