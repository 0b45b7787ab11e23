/**
 * The application inside the stand-in. Electron's releases carry a default application that runs the directory
 * named on the command line; a packaged application does not, so these lines do that part of its work.
 */
export const standInLoader = `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!named) {
  console.error('Name the directory of an application: electron DIRECTORY');
  process.exit(2);
}
const directory = resolve(named);
const description = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
app.setAppPath(directory);
app.setName(description.productName ?? description.name ?? 'Electron');
if (description.version) app.setVersion(description.version);
require(join(directory, description.main ?? 'index.js'));
`;
