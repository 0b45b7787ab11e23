/** Fields that people write sentences in: they are shown as texts, with what was taken out and put in. */
export const writtenFields: ReadonlySet<string> = new Set([
  'definition',
  'when_to_use',
  'when_not_to_use',
  'examples',
  'title',
  'text',
  'description',
]);
