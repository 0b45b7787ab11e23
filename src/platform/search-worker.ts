import { parentPort } from 'node:worker_threads';
import { createMatcher, findSpans, type Matcher, type SearchPattern } from '../core/search';
import type { SearchAnswer, SearchQuestion } from '../engine/platform';

/**
 * Looks for a pattern in texts, in a thread of its own: a regular expression may take for ever, and then the whole
 * thread is ended from outside.
 */
let known: { readonly key: string; readonly matcher: Matcher } | null = null;

function matcherFor(pattern: SearchPattern): Matcher | string {
  const key = JSON.stringify(pattern);
  if (known?.key === key) return known.matcher;
  const made = createMatcher(pattern);
  if (!made.ok) return made.error.message;
  known = { key, matcher: made.value };
  return made.value;
}

function answer({ pattern, texts, limit }: SearchQuestion): SearchAnswer {
  const matcher = matcherFor(pattern);
  if (typeof matcher === 'string') return { refusal: matcher };
  const spans = texts.map((bytes) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return findSpans(matcher, text, { limit });
  });
  return { spans };
}

parentPort?.on('message', (question: SearchQuestion) => parentPort?.postMessage(answer(question)));
