import type { HistoryEntry } from '../../../contract/history';
import type { LabelPart } from '../../../contract/past-labels';
import { doneParts, isolated, t } from '../../i18n';
import { Swatch } from '../../ui';

type Sayable = Pick<HistoryEntry, 'kind' | 'label' | 'codes'>;

/** What was done, as a sentence in which codes stand out with their colour, and quoted words in the type of documents. */
export function Sentence({ entry }: { readonly entry: Sayable }) {
  const parts = sentenceParts(entry);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name
    <Part key={index} part={part} color={entry.codes.find(({ field }) => field === part.field)?.color} />
  ));
}

function Part({
  part: { text, field },
  color,
}: {
  readonly part: LabelPart;
  readonly color: string | undefined;
}) {
  if (color !== undefined)
    return (
      <span className="history__code">
        <Swatch color={color} size={8} />
        {isolated(text)}
      </span>
    );
  if (field === 'code' || field === 'from' || field === 'into')
    return <em className="history__gone-code">{isolated(text)}</em>;
  if (field === 'quote') return <span className="history__quote">{isolated(text)}</span>;
  return field === undefined ? text : isolated(text);
}

/** The same as plain text. */
export function sentenceText(entry: Sayable): string {
  return sentenceParts(entry)
    .map(({ text, field }) => (field === undefined ? text : isolated(text)))
    .join('');
}

function sentenceParts({ kind, label }: Sayable): readonly LabelPart[] {
  const done = doneParts(label);
  const parts = kind === 'undo' || kind === 'redo' ? [{ text: `${t(`history:${kind}Of`)} ` }, ...done] : done;
  const [first, ...rest] = parts;
  if (!first || first.field !== undefined) return parts;
  return [{ text: first.text.charAt(0).toLocaleUpperCase('en') + first.text.slice(1) }, ...rest];
}
