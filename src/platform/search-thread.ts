/// <reference path="./worker-source.d.ts" />
import { Worker } from 'node:worker_threads';
import type { SearchAnswer, SearchThread } from '../engine/platform';
import source from './search-worker?source';

/** A thread that looks for patterns. While it has nothing to do it does not keep the process alive. */
export function startSearchThread(): SearchThread {
  const worker = new Worker(source, { eval: true, name: 'Emic search' });
  worker.unref();
  const waiting: { resolve(answer: SearchAnswer): void; reject(error: unknown): void }[] = [];
  const failAll = (error: unknown) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: SearchAnswer) => {
    waiting.shift()?.resolve(answer);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the search thread has ended')));
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.ref();
        worker.postMessage(
          question,
          question.texts.map(({ buffer }) => buffer as ArrayBuffer),
        );
      }),
    end: () => void worker.terminate(),
  };
}
