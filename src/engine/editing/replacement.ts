import type { AnchorQuestion } from '../../contract/editing';
import type { Passage } from '../../contract/passage';
import { type ChangeList, createReanchoring, type Reanchored } from '../../core/anchoring';
import type { Source } from '../../core/entities';
import type { QuotationId, SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import {
  createPositionMap,
  type FlatSpans,
  normalizeText,
  type PositionMap,
  paragraphSpans,
  type TextSpan,
} from '../../core/text';
import { codingsOfSource, quotationsOfSource } from '../../storage/repositories/codings';
import { textOfSource } from '../../storage/repositories/sources';
import { readOneDocument } from '../commands/import';
import { knownSource } from '../commands/sources';
import type { PrepareContext } from '../context';
import { passageOf } from '../passages';

export interface NewerText {
  readonly text: string;
  readonly notices: readonly string[];
}

export interface Found extends Reanchored {
  readonly id: QuotationId;
  readonly hasMemo: boolean;
  readonly old: TextSpan;
}

export interface Replacement extends NewerText {
  readonly source: Source;
  readonly base: { readonly sha256: string; readonly text: string };
  /** All that differs, in code points of the text before. */
  readonly changes: ChangeList;
  /** Every quotation of the document, in order of place. */
  readonly found: readonly Found[];
}

/** The text that is to come, from a file or as given. */
async function newerText(
  args: { readonly path?: string | undefined; readonly text?: string | undefined },
  context: PrepareContext,
): Promise<NewerText> {
  if (args.path !== undefined) {
    const { text, notices } = await readOneDocument(args.path, context);
    return { text, notices: notices.map(({ message }) => message) };
  }
  if (args.text === undefined)
    throw new ExpectedError('invalid', 'No newer text was given. Nothing was changed.');
  return { text: normalizeText(args.text).text, notices: [] };
}

/** Milliseconds of work between two moments in which others have their turn, and a cancel arrives. */
const slice = 40;

/** Reads the newer text and looks for every quotation in it. */
export async function prepareReplacement(
  args: { readonly id: SourceId; readonly path?: string | undefined; readonly text?: string | undefined },
  context: PrepareContext,
): Promise<Replacement> {
  const source = knownSource(context.database, args.id);
  const newer = await newerText(args, context);
  if (newer.text.trim() === '') {
    throw new ExpectedError('invalid', `The newer text of ${source.name} is empty. Nothing was changed.`);
  }
  const base = knownText(context.database, args.id);
  const quotations = quotationsOfSource(context.database, args.id);
  context.progress(0, quotations.length, source.name);
  await pause(context);
  const reanchoring = createReanchoring(base.text, newer.text);
  const found: Found[] = [];
  let since = performance.now();
  for (const { id, start, end, hasMemo } of quotations) {
    found.push({ ...reanchoring.anchor({ start, end }), id, hasMemo: hasMemo === 1, old: { start, end } });
    if (performance.now() - since < slice) continue;
    context.progress(found.length, quotations.length, source.name);
    await pause(context);
    since = performance.now();
  }
  return { ...newer, source, base, found, changes: reanchoring.changes };
}

async function pause({ signal }: PrepareContext): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}

export function knownText(database: PrepareContext['database'], id: SourceId) {
  const base = textOfSource(database, id);
  if (!base) throw new ExpectedError('notFound', 'This document is not in the project (any more).');
  return base;
}

/** Questions about quotations, with the old and the new surroundings. */
export function createQuestions(
  { source, base, text }: Replacement,
  database: PrepareContext['database'],
): (found: Found) => AnchorQuestion {
  const codes = new Map<QuotationId, AnchorQuestion['codeIds'][number][]>();
  for (const { quotationId, codeId } of codingsOfSource(database, source.id)) {
    const those = codes.get(quotationId);
    if (those) those.push(codeId);
    else codes.set(quotationId, [codeId]);
  }
  const passage = {
    old: passageIn(source, base.text),
    newer: passageIn(source, text),
  };
  return ({ id, old, place, score, hasMemo }) => ({
    id,
    hasMemo,
    score,
    codeIds: codes.get(id) ?? [],
    old: passage.old(old),
    proposed: place && passage.newer(place),
  });
}

function passageIn(source: Source, text: string): (span: TextSpan) => Passage {
  const positions: PositionMap = createPositionMap(text);
  const paragraphs: FlatSpans = paragraphSpans(text, positions);
  return (span) => passageOf({ text, positions, paragraphs }, source, span);
}
