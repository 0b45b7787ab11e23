import type { Label } from '../../contract/labels';
import type { Code } from '../../core/entities';
import type { CodeId, CodingId, QuotationId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import {
  changeCoding,
  codingsOfCode,
  findCoding,
  insertCoding,
  type StoredCoding,
} from '../../storage/repositories/codings';
import type { ChangeContext, ChangeHandlers } from '../context';
import { codeTree, createCode, knownCode } from './code-making';
import { giveWay } from './unite-memos';

/** A label names this many of the parts. */
const namedParts = 3;

export const splitCommands: ChangeHandlers<'code.split'> = {
  'code.split': (args) => (context) => {
    const code = knownCode(codeTree(context.database), args.id);
    const codings = codingsByQuotation(context, code.id);
    const used = new Set<CodingId>();
    const targets: Code[] = [];
    let moved = 0;
    for (const part of args.parts) {
      const target =
        'codeId' in part ? existingTarget(context, code, part.codeId) : newTarget(context, code, part);
      targets.push(target);
      for (const quotationId of part.quotationIds) {
        const found = codings.get(quotationId);
        if (!found) {
          throw new ExpectedError(
            'notFound',
            `A quotation to be sorted is not coded with ${code.name} (any more). Nothing was changed.`,
          );
        }
        for (const coding of found) sortInto(context, coding, target.id, used);
        moved += 1;
      }
    }
    return {
      value: { codeIds: targets.map(({ id }) => id), quotations: moved },
      label: splitLabel(code, targets, moved),
    };
  },
};

function codingsByQuotation(context: ChangeContext, id: CodeId): Map<QuotationId, StoredCoding[]> {
  const found = new Map<QuotationId, StoredCoding[]>();
  for (const coding of codingsOfCode(context.database, id)) {
    const there = found.get(coding.quotationId);
    if (there) there.push(coding);
    else found.set(coding.quotationId, [coding]);
  }
  return found;
}

function existingTarget(context: ChangeContext, code: Code, id: CodeId): Code {
  const target = knownCode(codeTree(context.database), id);
  if (target.id === code.id) {
    throw new ExpectedError('invalid', `${code.name} can’t be split into itself. Nothing was changed.`);
  }
  if (!target.isCodable) {
    throw new ExpectedError(
      'invalid',
      `${target.name} is a folder and can’t take codings. Nothing was changed.`,
    );
  }
  return target;
}

function newTarget(
  context: ChangeContext,
  code: Code,
  part: { readonly name: string; readonly color?: string | undefined },
): Code {
  return createCode(context, {
    name: part.name,
    parentId: code.id,
    ...(part.color === undefined ? {} : { color: part.color }),
  });
}

/** The coding itself goes to the first code that its quotation is sorted into; the others get one like it. */
function sortInto(context: ChangeContext, coding: StoredCoding, codeId: CodeId, used: Set<CodingId>): void {
  const { database } = context;
  const there = findCoding(database, { ...coding, codeId });
  if (used.has(coding.id)) {
    if (!there) insertCoding(database, { ...coding, id: context.newId<CodingId>(), codeId });
    return;
  }
  used.add(coding.id);
  if (there) giveWay(context, coding.id, there);
  else changeCoding(database, coding.id, { quotationId: coding.quotationId, codeId });
}

function splitLabel(code: Code, targets: readonly Code[], count: number): Label {
  const names = targets.slice(0, namedParts).map(({ name }) => name);
  const more = targets.length > namedParts ? ' …' : '';
  return {
    key: 'code.split',
    values: { code: code.name, codeId: code.id, names: `${names.join(', ')}${more}`, count },
  };
}
