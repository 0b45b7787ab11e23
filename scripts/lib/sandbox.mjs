/**
 * Chromium's sandbox on Linux needs unprivileged user namespaces, or its helper owned by root with the setuid bit.
 * Some systems (Ubuntu from 23.10 on) forbid the first to programs they don't know; Electron then aborts with a
 * core dump, so it is checked beforehand.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StepFailed } from './say.mjs';

function setting(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

function isHelperReady(helper) {
  if (!existsSync(helper)) return false;
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4000) !== 0;
}

/** Throws `StepFailed` with the one command to run where Electron in `directory` could not start its sandbox. */
export function checkSandbox(directory) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const isForbidden =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    setting('/proc/sys/user/max_user_namespaces') === '0';
  const helper = join(directory, 'chrome-sandbox');
  if (!isForbidden || isHelperReady(helper)) return;
  throw new StepFailed(
    "This system does not let Electron's sandbox start without its helper being owned by root.",
    `run this once, then the command again:\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
}
