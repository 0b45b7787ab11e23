import type { Code } from '../../core/entities';
import type { CodeId, CodingId, QuotationId, SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { quotationContext, quoteLine } from '../../core/text';
import { codeById } from '../../storage/repositories/codes';
import {
  changeCoding,
  codingById,
  codingsOfQuotation,
  deleteCoding,
  deleteQuotation,
  deleteQuotationIfBare,
  findCoding,
  insertCoding,
  insertQuotation,
  quotationAt,
  quotationById,
  type StoredCoding,
  type StoredQuotation,
} from '../../storage/repositories/codings';
import { deleteMemo, memosOn } from '../../storage/repositories/memos';
import type { Database, ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeContext, ChangeHandlers } from '../context';
import { codeAtPath, createCode } from './code-making';
import { oneByOne } from './one-by-one';
import { knownSource } from './sources';
import { giveWay, uniteMemos } from './unite-memos';

interface Place {
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
}

/** Labels show the first words of a passage. */
export const labelLength = 40;

export const noCode = 'No code was given. Nothing was changed.';

export const codingCommands: ChangeHandlers<
  'coding.apply' | 'coding.remove' | 'coding.recode' | 'coding.move'
> = {
  'coding.apply': (args) => (context) => {
    const made = args.newCode
      ? [createCode(context, { ...args.newCode, parentId: args.newCode.parentId ?? null }).id]
      : [];
    const atPath = args.newPath ? [codeAtPath(context, args.newPath).id] : [];
    const codeIds = [...new Set([...args.codeIds, ...made, ...atPath])];
    if (codeIds.length === 0) throw new ExpectedError('invalid', noCode);
    const codes = codeIds.map((id) => codableCode(context.database, id));
    const quotation = quotationFor(context, args);
    const applied = codeIds.map((codeId) => applyTo(context, quotation.id, codeId));
    return {
      value: {
        quotationId: quotation.id,
        codingIds: applied.map(({ id }) => id),
        codeIds,
        added: applied.filter(({ isNew }) => isNew).length,
      },
      label:
        codes.length === 1
          ? {
              key: 'coding.apply',
              values: {
                code: codes[0]?.name ?? '',
                codeId: codes[0]?.id,
                quote: quoteLine(quotation.text, labelLength),
              },
            }
          : {
              key: 'coding.apply.many',
              values: { count: codes.length, quote: quoteLine(quotation.text, labelLength) },
            },
    };
  },

  'coding.remove': (args) =>
    function* (context) {
      const { database } = context;
      const codings = args.ids.map((id) => knownCoding(database, id));
      const first = codings[0];
      const quotation = first && knownQuotation(database, first.quotationId);
      const code = first && codeById(database, first.codeId);
      yield* oneByOne(codings, (coding) => {
        deleteCoding(database, coding.id);
        deleteQuotationIfBare(database, coding.quotationId);
      });
      return {
        value: null,
        label:
          codings.length === 1
            ? {
                key: 'coding.remove',
                values: {
                  code: code?.name ?? '',
                  codeId: code?.id,
                  quote: quoteLine(quotation?.text ?? '', labelLength),
                },
              }
            : { key: 'coding.remove.many', values: { count: codings.length } },
      };
    },

  'coding.recode': (args) =>
    function* (context) {
      const { database } = context;
      const codeId = args.newPath ? codeAtPath(context, args.newPath).id : args.codeId;
      if (!codeId) throw new ExpectedError('invalid', noCode);
      const code = codableCode(database, codeId);
      const codings = args.ids.map((id) => knownCoding(database, id));
      const quotation = codings[0] && knownQuotation(database, codings[0].quotationId);
      yield* oneByOne(codings, (coding) => {
        if (coding.codeId === code.id) return;
        const twin = findCoding(database, { ...coding, codeId: code.id });
        if (twin) giveWay(context, coding.id, twin);
        else changeCoding(database, coding.id, { quotationId: coding.quotationId, codeId: code.id });
      });
      return {
        value: { codeId: code.id },
        label:
          codings.length === 1
            ? {
                key: 'coding.recode',
                values: {
                  quote: quoteLine(quotation?.text ?? '', labelLength),
                  code: code.name,
                  codeId: code.id,
                },
              }
            : {
                key: 'coding.recode.many',
                values: { count: codings.length, code: code.name, codeId: code.id },
              },
      };
    },

  'coding.move': (args) => (context) => {
    const { database } = context;
    const codings = args.ids.map((id) => knownCoding(database, id));
    const quotations = codings.map(({ quotationId }) => knownQuotation(database, quotationId));
    const [first] = quotations;
    if (!first || quotations.some(({ sourceId }) => sourceId !== first.sourceId)) {
      throw new ExpectedError(
        'invalid',
        'These codings are not all in one document. Move them document by document. Nothing was changed.',
      );
    }
    const to = quotationFor(context, { sourceId: first.sourceId, start: args.start, end: args.end });
    for (const coding of codings) {
      if (coding.quotationId === to.id) continue;
      moveCoding(context, coding, to.id);
      deleteQuotationIfBare(database, coding.quotationId);
    }
    const quote = quoteLine(first.text, labelLength);
    const code = codings.length === 1 && codings[0] ? codeById(database, codings[0].codeId) : undefined;
    return {
      value: { quotationId: to.id },
      label: code
        ? { key: 'coding.move', values: { code: code.name, codeId: code.id, quote } }
        : { key: 'coding.move.many', values: { count: codings.length, quote } },
    };
  },
};

/** The quotation at a place; made where there is none. */
export function quotationFor(context: ChangeContext, place: Place): StoredQuotation {
  knownSource(context.database, place.sourceId);
  const cut = passage(context, place);
  const there = quotationAt(context.database, place);
  if (there) return there;
  const quotation = {
    id: context.newId<QuotationId>(),
    sourceId: place.sourceId,
    start: place.start,
    end: place.end,
    ...cut,
    coderId: context.coder.id,
    at: context.now,
  };
  insertQuotation(context.database, quotation);
  return quotation;
}

/** The words of a place with their context; refuses an empty place or one beyond the text. */
export function passage(context: ChangeContext, place: Place) {
  const { text, positions } = context.texts.get(place.sourceId);
  if (place.end <= place.start) {
    throw new ExpectedError('invalid', 'The passage is empty. Select some text first. Nothing was changed.');
  }
  if (place.end > positions.length) {
    throw new ExpectedError(
      'invalid',
      `The passage ends at ${place.end}, but the document has only ${positions.length} characters. Nothing was changed.`,
    );
  }
  const { prefix, suffix } = quotationContext(text, positions, place);
  return {
    text: text.slice(positions.toUtf16(place.start), positions.toUtf16(place.end)),
    textBefore: prefix,
    textAfter: suffix,
  };
}

function applyTo(
  context: ChangeContext,
  quotationId: QuotationId,
  codeId: CodeId,
): { id: CodingId; isNew: boolean } {
  const place = { quotationId, codeId, coderId: context.coder.id };
  const there = findCoding(context.database, place);
  if (there) return { id: there.id, isNew: false };
  const id = context.newId<CodingId>();
  insertCoding(context.database, { ...place, id, createdAt: context.now });
  return { id, isNew: true };
}

/** A quotation with its codings and memos. */
export function deleteWithAll(database: Database, id: QuotationId): void {
  for (const coding of codingsOfQuotation(database, id)) deleteCoding(database, coding.id);
  for (const memo of memosOn(database, { kind: 'quotation', id })) deleteMemo(database, memo.id);
  deleteQuotation(database, id);
}

/** What is coded and noted on one passage joins another; the first one goes. */
export function uniteQuotations(context: ChangeContext, from: StoredQuotation, into: StoredQuotation): void {
  const { database } = context;
  for (const coding of codingsOfQuotation(database, from.id)) moveCoding(context, coding, into.id);
  uniteMemos(context, { kind: 'quotation', id: from.id }, { kind: 'quotation', id: into.id });
  deleteQuotation(database, from.id);
}

/** Puts a coding on another quotation; one that is there already, by the same coder, is kept once. */
export function moveCoding(context: ChangeContext, coding: StoredCoding, quotationId: QuotationId): void {
  const twin = findCoding(context.database, { ...coding, quotationId });
  if (twin) giveWay(context, coding.id, twin);
  else changeCoding(context.database, coding.id, { quotationId, codeId: coding.codeId });
}

export function codableCode(database: ReadableDatabase, id: CodeId): Code {
  const code = codeById(database, id);
  if (!code) throw new ExpectedError('notFound', 'This code is not in the project (any more).');
  if (!code.isCodable) {
    throw new ExpectedError('invalid', `${code.name} is a folder and can’t be applied. Nothing was changed.`);
  }
  return code;
}

export function knownCoding(database: ReadableDatabase, id: CodingId) {
  const coding = codingById(database, id);
  if (!coding) throw new ExpectedError('notFound', 'This coding is not in the project (any more).');
  return coding;
}

export function knownQuotation(database: ReadableDatabase, id: QuotationId): StoredQuotation {
  const quotation = quotationById(database, id);
  if (!quotation) throw new ExpectedError('notFound', 'This quotation is not in the project (any more).');
  return quotation;
}
