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
  moveQuotation,
  quotationAt,
  quotationById,
  type StoredQuotation,
} from '../../storage/repositories/codings';
import { deleteMemo, memosOn } from '../../storage/repositories/memos';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeContext, ChangeHandlers } from '../context';
import { codeAtPath, createCode } from './code-making';
import { knownSource } from './sources';
import { uniteMemos } from './unite-memos';

interface Place {
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
}

/** Labels show the first words of a passage. */
const labelLength = 40;

export const codingCommands: ChangeHandlers<
  | 'coding.apply'
  | 'coding.applyMany'
  | 'coding.remove'
  | 'coding.recode'
  | 'quotation.resize'
  | 'quotation.create'
  | 'quotation.delete'
> = {
  'coding.apply': (args) => (context) => {
    const made = args.newCode
      ? [createCode(context, { ...args.newCode, parentId: args.newCode.parentId ?? null }).id]
      : [];
    const atPath = args.newPath ? [codeAtPath(context, args.newPath).id] : [];
    const codeIds = [...new Set([...args.codeIds, ...made, ...atPath])];
    if (codeIds.length === 0) throw new ExpectedError('invalid', 'No code was given. Nothing was changed.');
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

  'coding.applyMany': (args) => (context) => {
    const code = codableCode(context.database, args.codeId);
    let added = 0;
    for (const place of args.places) {
      if (applyTo(context, quotationFor(context, place).id, code.id).isNew) added += 1;
    }
    return {
      value: { added },
      label: {
        key: 'coding.applyMany',
        values: { code: code.name, codeId: code.id, count: args.places.length },
      },
    };
  },

  'coding.remove': (args) => (context) => {
    const { database } = context;
    const codings = args.ids.map((id) => knownCoding(database, id));
    const first = codings[0];
    const quotation = first && knownQuotation(database, first.quotationId);
    const code = first && codeById(database, first.codeId);
    for (const coding of codings) {
      deleteCoding(database, coding.id);
      deleteQuotationIfBare(database, coding.quotationId);
    }
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

  'coding.recode': (args) => (context) => {
    const { database } = context;
    const code = codableCode(database, args.codeId);
    const codings = args.ids.map((id) => knownCoding(database, id));
    const quotation = codings[0] && knownQuotation(database, codings[0].quotationId);
    for (const coding of codings) {
      if (coding.codeId === code.id) continue;
      if (findCoding(database, { ...coding, codeId: code.id })) deleteCoding(database, coding.id);
      else changeCoding(database, coding.id, { quotationId: coding.quotationId, codeId: code.id });
    }
    return {
      value: null,
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

  'quotation.resize': (args) => (context) => {
    const { database } = context;
    const quotation = knownQuotation(database, args.id);
    const place = { sourceId: quotation.sourceId, start: args.start, end: args.end };
    const label = {
      key: 'quotation.resize',
      values: { quote: quoteLine(quotation.text, labelLength) },
    } as const;
    if (quotation.start === args.start && quotation.end === args.end)
      return { value: { id: quotation.id }, label };
    const cut = passage(context, place);
    const there = quotationAt(database, place);
    if (there) {
      uniteQuotations(context, quotation, there);
      return { value: { id: there.id }, label };
    }
    moveQuotation(database, quotation.id, { ...place, ...cut, at: context.now });
    return { value: { id: quotation.id }, label };
  },

  'quotation.create': (args) => (context) => {
    const quotation = quotationFor(context, args);
    return {
      value: { id: quotation.id },
      label: { key: 'quotation.create', values: { quote: quoteLine(quotation.text, labelLength) } },
    };
  },

  'quotation.delete': (args) => (context) => {
    const { database } = context;
    const quotations = args.ids.map((id) => knownQuotation(database, id));
    for (const quotation of quotations) {
      for (const coding of codingsOfQuotation(database, quotation.id)) deleteCoding(database, coding.id);
      for (const memo of memosOn(database, { kind: 'quotation', id: quotation.id }))
        deleteMemo(database, memo.id);
      deleteQuotation(database, quotation.id);
    }
    return {
      value: null,
      label:
        quotations.length === 1
          ? { key: 'quotation.delete', values: { quote: quoteLine(quotations[0]?.text ?? '', labelLength) } }
          : { key: 'quotation.delete.many', values: { count: quotations.length } },
    };
  },
};

/** The quotation at a place; made where there is none. */
function quotationFor(context: ChangeContext, place: Place): StoredQuotation {
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
function passage(context: ChangeContext, place: Place) {
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

function uniteQuotations(context: ChangeContext, from: StoredQuotation, into: StoredQuotation): void {
  const { database } = context;
  for (const coding of codingsOfQuotation(database, from.id)) {
    if (findCoding(database, { ...coding, quotationId: into.id })) deleteCoding(database, coding.id);
    else changeCoding(database, coding.id, { quotationId: into.id, codeId: coding.codeId });
  }
  uniteMemos(context, { kind: 'quotation', id: from.id }, { kind: 'quotation', id: into.id });
  deleteQuotation(database, from.id);
}

function codableCode(database: ReadableDatabase, id: CodeId): Code {
  const code = codeById(database, id);
  if (!code) throw new ExpectedError('notFound', 'This code is not in the project (any more).');
  if (!code.isCodable) {
    throw new ExpectedError('invalid', `${code.name} is a folder and can’t be applied. Nothing was changed.`);
  }
  return code;
}

function knownCoding(database: ReadableDatabase, id: CodingId) {
  const coding = codingById(database, id);
  if (!coding) throw new ExpectedError('notFound', 'This coding is not in the project (any more).');
  return coding;
}

export function knownQuotation(database: ReadableDatabase, id: QuotationId): StoredQuotation {
  const quotation = quotationById(database, id);
  if (!quotation) throw new ExpectedError('notFound', 'This quotation is not in the project (any more).');
  return quotation;
}
