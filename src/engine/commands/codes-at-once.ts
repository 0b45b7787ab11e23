import type { Label, LabelKey } from '../../contract/labels';
import type { Code } from '../../core/entities';
import { updateCode } from '../../storage/repositories/codes';
import type { ChangeContext, ChangeHandlers } from '../context';
import { codeTree, knownCode } from './code-making';

/** One thing said of many codes, in one step. */
export const codesAtOnceCommands: ChangeHandlers<'code.recolor' | 'code.setStatus'> = {
  'code.recolor': (args) => (context) => {
    const tree = codeTree(context.database);
    const named = args.ids.map((id) => knownCode(tree, id));
    const all = args.withSubcodes ? named.flatMap((code) => [code, ...tree.descendants(code.id)]) : named;
    updateAll(context, all, { color: args.color });
    const isBranch = args.withSubcodes === true && named.length === 1 && all.length > 1;
    return {
      value: null,
      label: isBranch
        ? labelFor(named, 'code.recolor.branch', 'code.recolor.many')
        : labelFor(named, 'code.recolor', 'code.recolor.many'),
    };
  },

  'code.setStatus': (args) => (context) => {
    const tree = codeTree(context.database);
    const codes = args.ids.map((id) => knownCode(tree, id));
    updateAll(context, codes, { status: args.status });
    const key = `code.status.${args.status}` as const;
    return { value: null, label: labelFor(codes, key, `${key}.many`) };
  },
};

function updateAll(
  context: ChangeContext,
  codes: readonly Code[],
  change: Partial<Pick<Code, 'color' | 'status'>>,
): void {
  for (const code of new Map(codes.map((each) => [each.id, each])).values()) {
    const next = { ...code, ...change };
    if (next.color === code.color && next.status === code.status) continue;
    updateCode(context.database, { ...next, modifiedAt: context.now });
  }
}

function labelFor(codes: readonly Code[], one: LabelKey, many: LabelKey): Label {
  const [first] = codes;
  return codes.length === 1
    ? { key: one, values: { code: first?.name ?? '', codeId: first?.id } }
    : { key: many, values: { count: codes.length } };
}
