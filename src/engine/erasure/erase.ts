import type { CheckedArgs } from '../../contract/commands';
import type { ErasureReport } from '../../contract/erasure';
import type { Label } from '../../contract/labels';
import type { SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { codePointLength, type TextSpan } from '../../core/text';
import type { ChangeSetRow } from '../../storage/change-log/change-sets';
import { baseDigest, layBase } from '../../storage/change-log/seal';
import { eraseChanges, eraseFromLabels, sealErased } from '../../storage/erasure/history';
import {
  deleteSecurely,
  deleteSourceRows,
  deleteUnusedTexts,
  deleteWorkInProgress,
  eraseFromSegments,
  exchangeTexts,
  sweep,
  type TextExchange,
} from '../../storage/erasure/rows';
import { everHad, keptSources, tracesOfPassage, tracesOfSources } from '../../storage/erasure/traces';
import {
  type Counts,
  countAll,
  readBaseDigest,
  readRevision,
  setRevision,
} from '../../storage/repositories/project';
import { readTextBySha256, textOfSource } from '../../storage/repositories/sources';
import { type Changed, type ChangePath, joinedCoder, nextSequence, writeEntry } from '../history/entries';
import { blankOut } from './blank-out';
import { passageInOlder } from './older-texts';
import { remains } from './remains';

export type ErasureCommand = 'source.erase' | 'passage.erase';

export function isErasure(name: string): name is ErasureCommand {
  return name === 'source.erase' || name === 'passage.erase';
}

interface Erased {
  readonly label: Label;
  /** Entries of the history of which something was taken. */
  readonly entries: readonly ChangeSetRow[];
  /** How many are gone from the documents. */
  readonly characters: number;
  /** Texts of which nothing may be left in the file. */
  readonly words: readonly string[];
  /** Documents that hold the same text, and keep it. */
  readonly sameText: readonly string[];
}

/**
 * Takes documents, or a passage, out of the project for good: out of texts, quotations, memos and history, and out
 * of the file's free pages. No undo brings it back. Answers with what still holds the words.
 */
export function erase(path: ChangePath, name: ErasureCommand, args: never): Changed<ErasureReport> {
  const { database, platform, texts } = path;
  const now = platform.clock();
  const before = countAll(database);
  deleteSecurely(database);
  const erased = database.transaction(() => {
    const isBaseRight = baseDigest(database, platform.sha256) === readBaseDigest(database);
    const coder = joinedCoder(path, now);
    const done = name === 'source.erase' ? eraseSources(path, args) : erasePassage(path, args);
    // What was damaged before must not look sound after.
    if (isBaseRight) layBase(database, platform.sha256);
    sealErased(database, done.entries, platform.sha256);
    const revision = readRevision(database) + 1;
    setRevision(database, revision);
    writeEntry(path, {
      sequence: nextSequence(database),
      revision,
      kind: 'event',
      command: done.label.key,
      label: done.label,
      coder_id: coder.id,
      now,
    });
    return done;
  });
  texts.forget();
  sweep(database);
  const value = {
    characters: erased.characters,
    ...remains(path, erased.words, erased.sameText),
  };
  return { value, ...everything(before, countAll(database)) };
}

function eraseSources(path: ChangePath, { ids }: CheckedArgs<'source.erase'>): Erased {
  const { database } = path;
  const kept = keptSources(database);
  for (const id of ids) {
    if (!kept.some((source) => source.id === id)) {
      throw new ExpectedError(
        'notFound',
        'This document is neither in the project nor in its history (any more). Nothing was changed.',
      );
    }
  }
  const traces = tracesOfSources(database, ids);
  const words = traces.texts.map((sha256) => readTextBySha256(database, sha256) ?? '');
  const others = [...traces.quotations, ...traces.codings, ...traces.memos, ...traces.segments];
  const entries = eraseFromLabels(database, { ofSources: ids, others });
  eraseChanges(database, [...ids, ...others]);
  deleteSourceRows(database, ids, traces);
  deleteWorkInProgress(database, ids);
  const sameText = deleteUnusedTexts(database, traces.texts);
  return {
    label: { key: 'event.erase.sources', values: { count: ids.length } },
    entries,
    characters: sameText.length > 0 ? 0 : words.reduce((sum, text) => sum + codePointLength(text), 0),
    words: sameText.length > 0 ? [] : words,
    sameText,
  };
}

function erasePassage(path: ChangePath, passage: CheckedArgs<'passage.erase'>): Erased {
  const { database } = path;
  const source = textOfSource(database, passage.sourceId as SourceId);
  if (!source) throw new ExpectedError('notFound', 'This document is not in the project (any more).');
  const { words } = blankOut(source.text, passage);
  const exchanges = exchangesFor(path, source, passage);
  const places = exchanges.flatMap(({ spans }) => spans);
  const traces = places.map((span) => tracesOfPassage(database, { ...passage, ...span }));
  const others = traces.flatMap(({ quotations, codings, memos }) => [...quotations, ...codings, ...memos]);
  const segments = [...new Set(traces.flatMap((trace) => trace.segments))];
  const entries = eraseFromLabels(database, { ofSources: [], others: [...others, ...segments] });
  // Images of the document itself name the new texts from now on, so their entries are sealed anew as well.
  const told = eraseFromLabels(database, { ofSources: [], others: [passage.sourceId] }).filter(
    ({ sequence }) => !entries.some((entry) => entry.sequence === sequence),
  );
  exchangeTexts(database, passage.sourceId, exchanges);
  eraseFromSegments(database, segments, words);
  deleteWorkInProgress(database, [passage.sourceId]);
  const sameText = deleteUnusedTexts(
    database,
    exchanges.map(({ from }) => from),
  );
  const characters = Array.from(words).length;
  return {
    label: { key: 'event.erase.passage', values: { count: characters } },
    entries: [...entries, ...told],
    characters: sameText.length > 0 ? 0 : characters,
    words: sameText.length > 0 ? [] : exchanges.flatMap((exchange) => exchange.words),
    sameText,
  };
}

interface Exchange extends TextExchange {
  /** Where the passage stands in the text that goes. */
  readonly spans: readonly TextSpan[];
  readonly words: readonly string[];
}

/** The passage blanked out in the text of its document, and in those that it had before it was corrected. */
function exchangesFor(
  { database, platform }: ChangePath,
  source: { readonly sha256: string; readonly text: string },
  passage: CheckedArgs<'passage.erase'>,
): Exchange[] {
  const had = everHad(database, 'source', 'text_sha256', [passage.sourceId]);
  return [...new Set([source.sha256, ...had])].flatMap((from) => {
    const before = from === source.sha256 ? source.text : readTextBySha256(database, from);
    if (before === undefined) return [];
    const spans = from === source.sha256 ? [passage] : passageInOlder(source.text, before, passage);
    const words: string[] = [];
    let text = before;
    for (const span of spans) {
      const blank = blankOut(text, span);
      words.push(blank.words);
      text = blank.text;
    }
    const sha256 = platform.sha256([text]);
    return sha256 === from ? [] : [{ from, to: { sha256, text }, spans, words }];
  });
}

function everything(
  before: Counts,
  after: Counts,
): Pick<Changed<unknown>, 'tables' | 'gained' | 'recounted'> {
  return {
    tables: { source: null, source_folder: null, segment: null, quotation: null, coding: null, memo: null },
    gained: {
      source: after.documents - before.documents,
      code: after.codes - before.codes,
      quotation: after.quotations - before.quotations,
      coding: after.codings - before.codings,
      memo: after.memos - before.memos,
    },
    recounted: null,
  };
}
