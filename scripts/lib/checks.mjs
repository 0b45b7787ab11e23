/** The steps of `npm test`; each returns `{ passed, failed, skipped, note }` and never throws for a failed test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from './display.mjs';
import { launchEnvironment } from './launch.mjs';
import { inRoot, packageCommand } from './paths.mjs';
import { playwrightCounts, single, vitestCounts } from './reports.mjs';
import { attempt } from './run.mjs';

const typeProjects = ['tsconfig.core.json', 'tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.tests.json'];

function node(file, args, env = {}) {
  return attempt(process.execPath, [file, ...args], { env });
}

async function withReportFile(work) {
  const folder = mkdtempSync(join(tmpdir(), 'emic-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The types of all three projects, each with the libraries that it may use. */
export async function checkTypes() {
  const broken = [];
  for (const project of typeProjects) {
    const { code } = await node(packageCommand('typescript', 'tsc'), ['--project', project]);
    if (code !== 0) broken.push(project);
  }
  return single(broken.length === 0, broken.join(', '));
}

/** Lint rules and format. */
export async function checkLint() {
  const { code } = await node(packageCommand('@biomejs/biome', 'biome'), ['check', '.']);
  return single(code === 0);
}

/** Unit, engine, architecture and file tests. */
export function runVitest(args = []) {
  return withReportFile(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await node(packageCommand('vitest', 'vitest'), ['run', ...reporters, ...args]);
    return vitestCounts(report, code);
  });
}

/** End-to-end tests in the given Electron. The application must be built. */
export function runPlaywright(electron, args = []) {
  return withReportFile((report) =>
    withDisplay(async () => {
      const reporters = process.stdout.isTTY ? 'line,json' : 'list,json';
      const env = { ...launchEnvironment(electron), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
      const command = packageCommand('@playwright/test', 'playwright');
      const { code } = await node(command, ['test', `--reporter=${reporters}`, ...args], env);
      return playwrightCounts(report, code);
    }),
  );
}

/** What `npm start` does without a display, with fewer pictures. The application must be built. */
export function runTour(electron) {
  return withDisplay(async () => {
    const tour = inRoot('scripts', 'tour.mjs');
    const { code } = await attempt(process.execPath, [tour, '--quick'], { env: launchEnvironment(electron) });
    return single(code === 0, code === 0 ? '' : 'see above');
  });
}
