import { innerLabel, type Label, type LabelKey } from './labels';

/**
 * What a change is called once it has been done: in the history, in a code's biography, in the audit trail. Beside
 * the imperative of `labelTemplates`, and with more of what the label knows. A key may have variants: `_into` and
 * `_top` where `values.into` names a place or the top, then `_zero`, `_one`, `_other` by `values.count`.
 */
export const pastTemplates = {
  'project.update': 'edited the project',
  'coder.update': 'edited coder {{name}}',
  'source.import.one': 'imported {{name}}',
  'source.import.many': 'imported {{count}} documents',
  'source.rename': 'renamed {{from}} to {{name}}',
  'source.editText': 'corrected the text of {{name}}',
  'source.editText_zero': 'corrected the text of {{name}}',
  'source.editText_one': 'corrected the text of {{name}}, {{count}} quotation moved',
  'source.editText_other': 'corrected the text of {{name}}, {{count}} quotations moved',
  'source.replaceText': 'replaced the text of {{name}}',
  'source.replaceText_zero': 'replaced the text of {{name}}',
  'source.replaceText_one': 'replaced the text of {{name}}, {{count}} quotation moved',
  'source.replaceText_other': 'replaced the text of {{name}}, {{count}} quotations moved',
  'source.move.one': 'moved {{name}}',
  'source.move.many': 'moved {{count}} documents',
  'source.delete.one': 'deleted {{name}}',
  'source.delete.one_zero': 'deleted {{name}}',
  'source.delete.one_one': 'deleted {{name}} with its quotation',
  'source.delete.one_other': 'deleted {{name}} with {{count}} quotations',
  'source.delete.many': 'deleted {{count}} documents',
  'segment.speaker': 'set the speaker of “{{quote}}” to {{speaker}}',
  'segment.change': 'corrected the structure at “{{quote}}”',
  'segment.add.turn': 'made “{{quote}}” a turn',
  'segment.add.heading': 'made “{{quote}}” a heading',
  'segment.add.timestamp': 'made “{{quote}}” a time',
  'segment.remove': 'took “{{quote}}” out of the structure',
  'segment.remove.many': 'took {{count}} parts out of the structure of {{name}}',
  'turn.split': 'split the turn “{{quote}}”',
  'turn.join': 'joined the turn “{{quote}}” with the one before',
  'speaker.rename': 'renamed speaker {{from}} to {{speaker}} in {{name}}',
  'speaker.name': 'named the unknown speaker {{speaker}} in {{name}}',
  'structure.recognise': 'recognised the structure of {{name}} anew',
  'sourceFolder.create': 'created folder {{name}}',
  'sourceFolder.rename': 'renamed folder {{from}} to {{name}}',
  'sourceFolder.move': 'moved folder {{name}}',
  'sourceFolder.delete': 'deleted folder {{name}}',
  'code.create': 'created {{code}}',
  'code.createFolder': 'created folder {{code}}',
  'code.rename': 'renamed {{from}} to {{code}}',
  'code.recolor': 'recoloured {{code}}',
  'code.update': 'edited {{code}}',
  'code.define': 'redefined {{code}}',
  'code.describe': 'edited the description of {{code}}',
  'code.move.one': 'moved {{code}}',
  'code.move.one_into': 'moved {{code}} under {{into}}',
  'code.move.one_top': 'moved {{code}} to the top',
  'code.move.many': 'moved {{count}} codes',
  'code.move.many_into': 'moved {{count}} codes under {{into}}',
  'code.move.many_top': 'moved {{count}} codes to the top',
  'code.delete': 'deleted {{code}}',
  'code.delete_zero': 'deleted {{code}}',
  'code.delete_one': 'deleted {{code}} with its coding',
  'code.delete_other': 'deleted {{code}} with {{count}} codings',
  'code.merge': 'merged {{from}} into {{code}}',
  'code.merge_zero': 'merged {{from}} into {{code}}',
  'code.merge_one': 'merged {{from}} into {{code}}, {{count}} quotation moved',
  'code.merge_other': 'merged {{from}} into {{code}}, {{count}} quotations moved',
  'code.merge.many': 'merged {{count}} codes into {{code}}',
  'code.split': 'split {{code}} into {{names}}',
  'code.split_one': 'split {{code}} into {{names}}, {{count}} quotation sorted',
  'code.split_other': 'split {{code}} into {{names}}, {{count}} quotations sorted',
  'code.recolor.many': 'recoloured {{count}} codes',
  'code.recolor.branch': 'recoloured {{code}} and its subcodes',
  'code.status.candidate': 'marked {{code}} as a candidate',
  'code.status.candidate.many': 'marked {{count}} codes as candidates',
  'code.status.inUse': 'put {{code}} in use',
  'code.status.inUse.many': 'put {{count}} codes in use',
  'code.status.retired': 'retired {{code}}',
  'code.status.retired.many': 'retired {{count}} codes',
  'codeSet.create': 'created the set {{name}}',
  'codeSet.rename': 'renamed the set {{from}} to {{name}}',
  'codeSet.delete': 'deleted the set {{name}}',
  'codeSet.add': 'put {{code}} into the set {{name}}',
  'codeSet.add.many': 'put {{count}} codes into the set {{name}}',
  'codeSet.remove': 'took {{code}} out of the set {{name}}',
  'codeSet.remove.many': 'took {{count}} codes out of the set {{name}}',
  'coding.apply': 'applied {{code}} to “{{quote}}”',
  'coding.apply.many': 'applied {{count}} codes to “{{quote}}”',
  'coding.applyMany': 'applied {{code}} to {{count}} passages',
  'coding.applyMany_one': 'applied {{code}} to {{count}} passage',
  'coding.applyMany.many': 'applied {{codes}} codes to {{count}} passages',
  'coding.move': 'moved {{code}} off “{{quote}}”',
  'coding.move.many': 'moved {{count}} codings off “{{quote}}”',
  'coding.autocode': 'autocoded {{words}} as {{code}}: {{count}} passages',
  'coding.autocode_one': 'autocoded {{words}} as {{code}}: {{count}} passage',
  'coding.unite': 'united {{count}} codings with {{code}}',
  'coding.unite.many': 'united {{count}} codings that overlapped',
  'coding.remove': 'removed {{code}} from “{{quote}}”',
  'coding.remove.many': 'removed {{count}} codings',
  'coding.recode': 'recoded “{{quote}}” as {{code}}',
  'coding.recode.many': 'recoded {{count}} codings as {{code}}',
  'quotation.resize': 'resized “{{quote}}”',
  'quotation.create': 'marked “{{quote}}”',
  'quotation.delete': 'deleted the quotation “{{quote}}”',
  'quotation.delete.many': 'deleted {{count}} quotations',
  'memo.write': 'wrote the memo on {{on}}',
  'memo.write.project': 'wrote the project memo',
  'memo.delete': 'deleted the memo on {{on}}',
  'memo.delete.project': 'deleted the project memo',
  'memo.create': 'made a memo',
  'memo.write.free': 'wrote the memo {{name}}',
  'memo.delete.free': 'deleted the memo {{name}}',
  'memo.delete.many': 'deleted {{count}} memos',
  'memoType.create': 'created the memo type {{name}}',
  'memoType.rename': 'renamed the memo type {{from}} to {{name}}',
  'memoType.recolor': 'recoloured the memo type {{name}}',
  'memoType.delete': 'deleted the memo type {{name}}',
  'history.restore': 'went back to entry {{sequence}}',
  'history.revert': 'took back alone: {{what}}',
  'event.coder.join': 'joined the project as {{name}}',
  'event.coder.rename': 'renamed coder {{from}} to {{name}}, whose name was given back to another',
  'event.migrate': 'brought the file from form {{from}} to form {{to}}',
  'event.erase.sources': 'erased documents for good',
  'event.erase.sources_one': 'erased a document for good',
  'event.erase.sources_other': 'erased {{count}} documents for good',
  'event.erase.passage': 'erased a passage of {{count}} characters for good',
  'event.restore': 'restored from the backup “{{backup}}”',
  'event.repair': 'saved what could be read of a damaged file',
} as const satisfies Readonly<Record<LabelKey, string>> & Readonly<Record<string, string>>;

/** A piece of a sentence: words, or the value of one of the label's fields. */
export interface LabelPart {
  readonly text: string;
  /** `code`, `from`, `quote`: what the text is the value of; absent for words of the template. */
  readonly field?: string;
}

/** The sentence of a change as parts, so that names can be set off. `templateOf`: the English one, or a translation. */
export function labelParts(label: Label, templateOf: (label: Label) => string): readonly LabelPart[] {
  const { values } = label;
  return templateOf(label)
    .split(/\{\{(\w+)\}\}/)
    .flatMap((text, index): readonly LabelPart[] => {
      if (index % 2 === 0) return text === '' ? [] : [{ text }];
      const inner = text === 'what' ? innerLabel(label) : undefined;
      if (inner) return labelParts(inner, templateOf);
      const value = values[text] ?? '';
      return [{ text: typeof value === 'number' ? value.toLocaleString('en') : value, field: text }];
    });
}

/** Which variant of a template a label asks for, beside its number. */
export function labelContext({ values }: Label): 'into' | 'top' | undefined {
  if (values.into === undefined) return undefined;
  return values.into === '' ? 'top' : 'into';
}

const templates: Readonly<Record<string, string | undefined>> = pastTemplates;

/** The English template of a label in the past tense; that of the key alone where there is no closer one. */
export function pastTemplate(label: Label): string {
  const { count } = label.values;
  const number = typeof count === 'number' ? numberForms(count) : [];
  const context = labelContext(label);
  const stems = context === undefined ? [label.key] : [`${label.key}_${context}`, label.key];
  for (const stem of stems) {
    for (const form of [...number, '']) {
      const template = templates[stem + form];
      if (template !== undefined) return template;
    }
  }
  return label.key;
}

function numberForms(count: number): readonly string[] {
  if (count === 0) return ['_zero', '_other'];
  return [count === 1 ? '_one' : '_other'];
}

/** What a line of the history says in English, an undo and redo included: for the command line, files and the search. */
export function entryInEnglish({ kind, label }: { readonly kind: string; readonly label: Label }): string {
  const prefix = kind === 'undo' ? 'undid: ' : kind === 'redo' ? 'did again: ' : '';
  return prefix + pastInEnglish(label);
}

/** What was done, in English. */
export function pastInEnglish(label: Label): string {
  return labelParts(label, pastTemplate)
    .map(({ text }) => text)
    .join('');
}
