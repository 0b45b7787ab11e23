import type { MessagePortMain } from 'electron';
import { createEngine } from '../engine';
import { createNodePlatform } from '../platform/node-platform';
import type { FromEngineProcess, ToEngineProcess } from './engine-messages';
import { type Served, serveEngine } from './engine-wire';

/**
 * The engine process of one window. The project named at start is opened before the window's port is served: the
 * window's questions wait in the port, so that it never sees “no project” first.
 */
type Engine = ReturnType<typeof createEngine>;

/** How long the window may take to let go of its port, and what it asked for last to finish. */
const lastWordsInMilliseconds = 500;
const lastWorkInMilliseconds = 1500;

const served: Served[] = [];
let opening: Promise<Engine> | undefined;

function tellMain(message: FromEngineProcess): void {
  process.parentPort.postMessage(message);
}

async function open(start: Extract<ToEngineProcess, { type: 'start' }>): Promise<Engine> {
  const engine = createEngine(createNodePlatform({ wasmDirectory: __dirname, appVersion: start.appVersion }));
  if (start.coder) await engine.run('session.setCoder', start.coder);
  if (start.backupFolder !== null) await engine.run('session.keepBackupsIn', { folder: start.backupFolder });
  if (start.openPath !== null) {
    const opened = await engine.run('project.open', { path: start.openPath });
    if (!opened.ok) tellMain({ type: 'openFailed', path: start.openPath });
  }
  return engine;
}

async function serve(port: MessagePortMain | undefined): Promise<void> {
  if (port && opening) served.push(serveEngine(await opening, port));
}

function atMost(milliseconds: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

async function close(): Promise<void> {
  await atMost(lastWordsInMilliseconds, Promise.all(served.map((each) => each.disconnected)));
  await atMost(lastWorkInMilliseconds, Promise.all(served.map((each) => each.settled())));
  for (const each of served) each.cancelAll();
  const engine = await opening;
  await engine?.close();
  process.exit(0);
}

// Absent in the main process, into which a bundler that shares modules between entries may pull this one.
process.parentPort?.on('message', ({ data, ports }) => {
  const message: ToEngineProcess = data;
  switch (message.type) {
    case 'start':
      opening = open(message);
      void serve(ports[0]);
      return;
    case 'port':
      void serve(ports[0]);
      return;
    case 'close':
      void close();
  }
});
