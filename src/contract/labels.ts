/**
 * What a change is called: in “Undo …”, on the command line; what it is called once done stands in `past-labels.ts`.
 * A label is data, so that a window in another language can say it in that language; the templates here are the
 * English ones. Beside what the templates name, `values` may hold `codeId`, `fromId` and `intoId`: which codes the
 * names stand for.
 */
export const labelTemplates = {
  'project.update': 'edit the project',
  'coder.update': 'edit coder {{name}}',
  'source.import.one': 'import {{name}}',
  'source.import.many': 'import {{count}} documents',
  'source.rename': 'rename {{from}} to {{name}}',
  'source.editText': 'correct the text of {{name}}',
  'source.replaceText': 'replace the text of {{name}}',
  'source.move.one': 'move {{name}}',
  'source.move.many': 'move {{count}} documents',
  'source.delete.one': 'delete {{name}}',
  'source.delete.many': 'delete {{count}} documents',
  'segment.speaker': 'set the speaker of “{{quote}}” to {{speaker}}',
  'segment.change': 'correct the structure at “{{quote}}”',
  'segment.add.turn': 'make “{{quote}}” a turn',
  'segment.add.heading': 'make “{{quote}}” a heading',
  'segment.add.timestamp': 'make “{{quote}}” a time',
  'segment.remove': 'take “{{quote}}” out of the structure',
  'segment.remove.many': 'take {{count}} parts out of the structure of {{name}}',
  'turn.split': 'split the turn “{{quote}}”',
  'turn.join': 'join the turn “{{quote}}” with the one before',
  'speaker.rename': 'rename speaker {{from}} to {{speaker}} in {{name}}',
  'speaker.name': 'name the unknown speaker {{speaker}} in {{name}}',
  'structure.recognise': 'recognise the structure of {{name}} anew',
  'sourceFolder.create': 'create folder {{name}}',
  'sourceFolder.rename': 'rename folder {{from}} to {{name}}',
  'sourceFolder.move': 'move folder {{name}}',
  'sourceFolder.delete': 'delete folder {{name}}',
  'code.create': 'create {{code}}',
  'code.createFolder': 'create folder {{code}}',
  'code.rename': 'rename {{from}} to {{code}}',
  'code.recolor': 'recolour {{code}}',
  'code.update': 'edit {{code}}',
  'code.define': 'redefine {{code}}',
  'code.describe': 'edit the description of {{code}}',
  'code.move.one': 'move {{code}}',
  'code.move.many': 'move {{count}} codes',
  'code.delete': 'delete {{code}}',
  'code.merge': 'merge {{from}} into {{code}}',
  'code.merge.many': 'merge {{count}} codes into {{code}}',
  'code.split': 'split {{code}} into {{names}}',
  'code.recolor.many': 'recolour {{count}} codes',
  'code.recolor.branch': 'recolour {{code}} and its subcodes',
  'code.status.candidate': 'mark {{code}} as a candidate',
  'code.status.candidate.many': 'mark {{count}} codes as candidates',
  'code.status.inUse': 'put {{code}} in use',
  'code.status.inUse.many': 'put {{count}} codes in use',
  'code.status.retired': 'retire {{code}}',
  'code.status.retired.many': 'retire {{count}} codes',
  'codeSet.create': 'create the set {{name}}',
  'codeSet.rename': 'rename the set {{from}} to {{name}}',
  'codeSet.delete': 'delete the set {{name}}',
  'codeSet.add': 'put {{code}} into the set {{name}}',
  'codeSet.add.many': 'put {{count}} codes into the set {{name}}',
  'codeSet.remove': 'take {{code}} out of the set {{name}}',
  'codeSet.remove.many': 'take {{count}} codes out of the set {{name}}',
  'coding.apply': 'apply {{code}} to “{{quote}}”',
  'coding.apply.many': 'apply {{count}} codes to “{{quote}}”',
  'coding.applyMany': 'apply {{code}} to {{count}} passages',
  'coding.applyMany.many': 'apply {{codes}} codes to {{count}} passages',
  'coding.move': 'move {{code}} off “{{quote}}”',
  'coding.move.many': 'move {{count}} codings off “{{quote}}”',
  'coding.autocode': 'autocode {{words}} as {{code}}',
  'coding.unite': 'unite {{count}} codings with {{code}}',
  'coding.unite.many': 'unite {{count}} codings that overlap',
  'coding.remove': 'remove {{code}} from “{{quote}}”',
  'coding.remove.many': 'remove {{count}} codings',
  'coding.recode': 'recode “{{quote}}” as {{code}}',
  'coding.recode.many': 'recode {{count}} codings as {{code}}',
  'quotation.resize': 'resize “{{quote}}”',
  'quotation.create': 'mark “{{quote}}”',
  'quotation.delete': 'delete quotation “{{quote}}”',
  'quotation.delete.many': 'delete {{count}} quotations',
  'memo.write': 'write memo on {{on}}',
  'memo.write.project': 'write project memo',
  'memo.delete': 'delete memo on {{on}}',
  'memo.delete.project': 'delete project memo',
  'memo.create': 'make a memo',
  'memo.write.free': 'write the memo {{name}}',
  'memo.delete.free': 'delete the memo {{name}}',
  'memo.delete.many': 'delete {{count}} memos',
  'memoType.create': 'create the memo type {{name}}',
  'memoType.rename': 'rename the memo type {{from}} to {{name}}',
  'memoType.recolor': 'recolour the memo type {{name}}',
  'memoType.delete': 'delete the memo type {{name}}',
  'history.restore': 'go back to entry {{sequence}}',
  /** `what` is the key of the label of what was taken back; its values are this label's too. */
  'history.revert': 'take back: {{what}}',
  // Events: never undone, so only the history says these.
  'event.coder.join': 'join as {{name}}',
  'event.coder.rename': 'rename coder {{from}} to {{name}}, whose name was given back to another',
  'event.restore': 'restore from the backup “{{backup}}”',
  'event.repair': 'save what could be read of a damaged file',
  'event.erase.sources': 'erase {{count}} documents for good',
  'event.erase.passage': 'erase a passage of {{count}} characters for good',
  'event.migrate': 'bring the file from form {{from}} to form {{to}}',
} as const;

export type LabelKey = keyof typeof labelTemplates;

export interface Label {
  readonly key: LabelKey;
  readonly values: Readonly<Record<string, string | number | undefined>>;
}

/** The label in English, for the command line and files. */
export function labelInEnglish(label: Label): string {
  return labelTemplates[label.key].replace(/\{\{(\w+)\}\}/g, (_, field: string) => {
    const inner = field === 'what' ? innerLabel(label) : undefined;
    return inner ? labelInEnglish(inner) : String(label.values[field] ?? '');
  });
}

/** The label of what a `history.revert` took back. */
export function innerLabel({ key, values }: Label): Label | undefined {
  if (key !== 'history.revert') return undefined;
  const { what, ...rest } = values;
  return typeof what === 'string' && what in labelTemplates && what !== 'history.revert'
    ? { key: what as LabelKey, values: rest }
    : undefined;
}
