/** Counts of tests from what the runners write for machines. A run that went wrong never counts as none failed. */
import { readJson } from './paths.mjs';

/** `{ passed, failed, skipped, note }` of a step that is one test, or of one that could not be counted. */
export function single(isPassed, note = '') {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0, note };
}

/** Raises `failed` to at least one when the runner's own exit code says that something failed. */
function believeExitCode(counts, exitCode) {
  if (exitCode === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, note: counts.note || `the runner ended with exit code ${exitCode}` };
}

/** Counts of vitest's JSON report at `path`. A file that could not be loaded is one failed test. */
export function vitestCounts(path, exitCode) {
  const report = readJson(path);
  if (!report) return single(false, 'no test was found, or vitest could not start');
  const brokenFiles = (report.testResults ?? []).filter(
    (file) =>
      file.status === 'failed' && (file.assertionResults ?? []).every(({ status }) => status !== 'failed'),
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    note: brokenFiles > 0 ? `files that could not be loaded: ${brokenFiles}` : '',
  };
  if (counts.passed + counts.failed + counts.skipped === 0) return single(false, 'no test was found');
  return believeExitCode(counts, exitCode);
}

/** Counts of Playwright's JSON report at `path`. Tests that passed only when repeated are named in the note. */
export function playwrightCounts(path, exitCode) {
  const stats = readJson(path)?.stats;
  if (!stats) return single(false, 'Playwright could not start');
  const counts = {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    note: stats.flaky > 0 ? `${stats.flaky} passed only when repeated` : '',
  };
  if (counts.passed + counts.failed + counts.skipped === 0) return single(false, 'no test was found');
  return believeExitCode(counts, exitCode);
}
