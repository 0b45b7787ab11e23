/**
 * What `npm run package` makes. Tried: the unpacked Linux application (`dir`). Untried, for want of the systems and
 * of the tools that electron-builder downloads for them: AppImage, deb, dmg, nsis. There is no updater and nothing
 * is published: Emic makes no request.
 */
const { chmodSync, copyFileSync, mkdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/** The stand-in carries a loader of our own (scripts/lib/stand-in-loader.mjs), which would hide the application. */
function removeLoader({ appOutDir }) {
  rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
  rmSync(join(appOutDir, 'emic-stand-in.json'), { force: true });
}

/** An unpacked folder has no installer that would register `.emic`: a script in it does so for one user. */
function addFileAssociation({ appOutDir, electronPlatformName }) {
  if (electronPlatformName !== 'linux') return;
  const from = join(__dirname, 'scripts', 'package');
  const to = join(appOutDir, 'resources', 'file-association');
  mkdirSync(to, { recursive: true });
  for (const name of ['emic-mime.xml', 'emic.desktop']) copyFileSync(join(from, name), join(to, name));
  const script = join(appOutDir, 'register-emic-files.sh');
  copyFileSync(join(from, 'register-emic-files.sh'), script);
  chmodSync(script, 0o755);
}

module.exports = {
  appId: 'org.emic.Emic',
  productName: 'Emic',
  executableName: 'emic',
  directories: { output: 'dist' },
  // Everything is bundled into out/: no node_modules in the package.
  files: ['package.json', 'out/main/**', 'out/preload/**', 'out/renderer/**', '!**/node_modules/**'],
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  afterExtract: removeLoader,
  afterPack: addFileAssociation,
  extraResources: [
    { from: 'out/sample', to: 'sample' },
    { from: 'out/cli', to: 'cli', filter: ['**', '!build-sample.cjs'] },
  ],
  fileAssociations: [
    { ext: 'emic', name: 'Emic project', description: 'Emic project', mimeType: 'application/x-emic' },
  ],
  publish: null,
  linux: {
    // `dir` is tried; the installers are not.
    target: ['dir', 'AppImage', 'deb'],
    category: 'Science',
    synopsis: 'Qualitative data analysis',
    maintainer: 'The Emic developers',
  },
  // Untried. Unsigned: the reader's system will say so when it is opened for the first time.
  mac: { target: ['dmg'], category: 'public.app-category.education', identity: null },
  // Untried.
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
