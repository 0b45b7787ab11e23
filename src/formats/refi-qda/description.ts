/**
 * REFI-QDA gives a code one `Description`. Definition, when to use, when not to use and examples are packed into it
 * as labelled text that reads well in any program:
 *
 *     The definition.
 *
 *     When to use:
 *     …
 *
 * A line of the text that would pass for a label gets a backslash in front. Law: unpack(pack(parts)) equals parts.
 */
export interface DescriptionParts {
  readonly definition: string;
  readonly whenToUse: string;
  readonly whenNotToUse: string;
  readonly examples: string;
}

const LABELS: readonly (readonly [part: keyof DescriptionParts, label: string])[] = [
  ['whenToUse', 'When to use:'],
  ['whenNotToUse', 'When not to use:'],
  ['examples', 'Examples:'],
];

const LABEL_LIKE = /^\\*(When to use|When not to use|Examples):$/;

/** Empty when all parts are. */
export function packDescription(parts: DescriptionParts): string {
  const sections = parts.definition === '' ? [] : [escapeLabels(parts.definition)];
  for (const [part, label] of LABELS) {
    if (parts[part] !== '') sections.push(`${label}\n${escapeLabels(parts[part])}`);
  }
  return sections.join('\n\n');
}

/**
 * The inverse. Also takes descriptions from other programs: text without labels is all definition, and a label that
 * comes twice or out of order is text.
 */
export function unpackDescription(description: string): DescriptionParts {
  const parts = { definition: '', whenToUse: '', whenNotToUse: '', examples: '' };
  let part: keyof DescriptionParts = 'definition';
  let nextLabel = 0;
  let lines: string[] = [];
  const close = (isFollowed: boolean): void => {
    // The empty line before a label belongs to the label.
    if (isFollowed && lines.at(-1) === '') lines.pop();
    parts[part] = lines.map((line) => (LABEL_LIKE.test(line) ? line.replace(/^\\/, '') : line)).join('\n');
    lines = [];
  };
  for (const line of description.split('\n')) {
    const label = LABELS.findIndex(([, text], index) => index >= nextLabel && text === line);
    const found = LABELS[label];
    if (found === undefined) {
      lines.push(line);
      continue;
    }
    close(true);
    part = found[0];
    nextLabel = label + 1;
  }
  close(false);
  return parts;
}

function escapeLabels(text: string): string {
  return text
    .split('\n')
    .map((line) => (LABEL_LIKE.test(line) ? `\\${line}` : line))
    .join('\n');
}
