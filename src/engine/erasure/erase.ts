import type { CheckedArgs } from '../../contract/commands';
import type { ErasureReport } from '../../contract/erasure';
import type { Label } from '../../contract/labels';
import type { SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import type { ChangeSetRow } from '../../storage/change-log/change-sets';
import { baseDigest, layBase } from '../../storage/change-log/seal';
import { eraseChanges, eraseFromLabels, sealErased } from '../../storage/erasure/history';
import {
  deleteSecurely,
  deleteSourceRows,
  deleteUnusedTexts,
  exchangeText,
  sweep,
} from '../../storage/erasure/rows';
import { keptSources, tracesOfPassage, tracesOfSources } from '../../storage/erasure/traces';
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
import { remains } from './remains';

export type ErasureCommand = 'source.erase' | 'passage.erase';

export function isErasure(name: string): name is ErasureCommand {
  return name === 'source.erase' || name === 'passage.erase';
}

interface Erased {
  readonly label: Label;
  /** Entries of the history of which something was taken. */
  readonly entries: readonly ChangeSetRow[];
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
    characters: erased.words.reduce((sum, words) => sum + Array.from(words).length, 0),
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
  const others = [...traces.quotations, ...traces.codings, ...traces.memos];
  const entries = eraseFromLabels(database, { ofSources: ids, others });
  eraseChanges(database, [...ids, ...others]);
  deleteSourceRows(database, ids, traces);
  const sameText = deleteUnusedTexts(database, traces.texts);
  return {
    label: { key: 'event.erase.sources', values: { count: ids.length } },
    entries,
    words: sameText.length > 0 ? [] : words,
    sameText,
  };
}

function erasePassage(path: ChangePath, passage: CheckedArgs<'passage.erase'>): Erased {
  const { database, platform } = path;
  const source = textOfSource(database, passage.sourceId as SourceId);
  if (!source) throw new ExpectedError('notFound', 'This document is not in the project (any more).');
  const { text, words } = blankOut(source.text, passage);
  const traces = tracesOfPassage(database, passage);
  const others = [...traces.quotations, ...traces.codings, ...traces.memos];
  const entries = eraseFromLabels(database, { ofSources: [], others });
  // Images of the document itself name the new text from now on, so their entries are sealed anew as well.
  const told = eraseFromLabels(database, { ofSources: [], others: [passage.sourceId] }).filter(
    ({ sequence }) => !entries.some((entry) => entry.sequence === sequence),
  );
  exchangeText(database, passage.sourceId, { sha256: platform.sha256([text]), text });
  const sameText = deleteUnusedTexts(database, [source.sha256]);
  return {
    label: { key: 'event.erase.passage', values: { count: Array.from(words).length } },
    entries: [...entries, ...told],
    words: sameText.length > 0 ? [] : [words],
    sameText,
  };
}

function everything(
  before: Counts,
  after: Counts,
): Pick<Changed<unknown>, 'tables' | 'gained' | 'recounted'> {
  return {
    tables: { source: null, source_folder: null, quotation: null, coding: null, memo: null },
    gained: {
      source: after.documents - before.documents,
      code: after.codes - before.codes,
      quotation: after.quotations - before.quotations,
      coding: after.codings - before.codings,
      memo: after.memos - before.memos,
    },
    recounted: { codes: null, sources: null },
  };
}
