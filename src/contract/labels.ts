/**
 * What a change is called: in “Undo …”, in the history, on the command line. A label is data, so that a window
 * in another language can say it in that language; the templates here are the English ones.
 */
export const labelTemplates = {
  'project.update': 'edit the project',
  'coder.update': 'edit coder {{name}}',
  'source.import.one': 'import {{name}}',
  'source.import.many': 'import {{count}} documents',
  'source.rename': 'rename {{from}} to {{name}}',
  'source.move.one': 'move {{name}}',
  'source.move.many': 'move {{count}} documents',
  'source.delete.one': 'delete {{name}}',
  'source.delete.many': 'delete {{count}} documents',
  'sourceFolder.create': 'create folder {{name}}',
  'sourceFolder.rename': 'rename folder {{from}} to {{name}}',
  'sourceFolder.move': 'move folder {{name}}',
  'sourceFolder.delete': 'delete folder {{name}}',
  'code.create': 'create {{code}}',
  'code.createFolder': 'create folder {{code}}',
  'code.rename': 'rename {{from}} to {{code}}',
  'code.recolor': 'recolour {{code}}',
  'code.update': 'edit {{code}}',
  'code.move.one': 'move {{code}}',
  'code.move.many': 'move {{count}} codes',
  'code.delete': 'delete {{code}}',
  'code.merge': 'merge {{from}} into {{code}}',
  'code.merge.many': 'merge {{count}} codes into {{code}}',
  'coding.apply': 'apply {{code}} to “{{quote}}”',
  'coding.apply.many': 'apply {{count}} codes to “{{quote}}”',
  'coding.applyMany': 'apply {{code}} to {{count}} passages',
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
} as const;

export type LabelKey = keyof typeof labelTemplates;

export interface Label {
  readonly key: LabelKey;
  readonly values: Readonly<Record<string, string | number | undefined>>;
}

/** The label in English, for the command line and files. */
export function labelInEnglish(label: Label): string {
  return labelTemplates[label.key].replace(/\{\{(\w+)\}\}/g, (_, field: string) =>
    String(label.values[field] ?? ''),
  );
}
