/** Where things are in the checkout, and how a tool of node_modules is called without a shell. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed } from './say.mjs';

/** The root of the checkout, absolute. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the checkout, absolute. */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/** The parsed JSON file at `path`, or undefined when it is missing or no JSON. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The JavaScript file behind a command of an npm package, to be run by this Node itself. */
export function packageCommand(packageName, command) {
  const bin = readJson(inRoot('node_modules', packageName, 'package.json'))?.bin;
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (!file) {
    throw new StepFailed(
      `The npm package ${packageName} is not installed.`,
      'delete the folder node_modules and run the command again.',
    );
  }
  return inRoot('node_modules', packageName, file);
}

/** The first file called `name` in the directories of PATH, or undefined. */
export function findOnPath(name) {
  const directories = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
}

/**
 * The directory in which the person typed the command. npm moves to the checkout first, which would turn
 * `npm start -- interview.emic` typed elsewhere into another file.
 */
export function callerDirectory() {
  return (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();
}
