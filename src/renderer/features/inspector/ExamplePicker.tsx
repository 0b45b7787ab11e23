import { Check, Quote } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CodeRow, CodingRow } from '../../../contract/queries';
import { folded } from '../../../core/text';
import { runOrTell, useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Popover, TextField } from '../../ui';
import { byQuotation } from './coded-passages';

const mostShown = 100;

/** Puts quotations of the code among its examples, word for word and with their place. */
export function ExamplePicker({ code }: { readonly code: CodeRow }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setOpen}
      label={t('inspector:examples.title')}
      trigger={
        <Button size="small" variant="quiet" icon={Quote} disabled={code.quotations === 0}>
          {t('inspector:examples.pick')}
        </Button>
      }
    >
      {isOpen && <Choices code={code} />}
    </Popover>
  );
}

function Choices({ code }: { readonly code: CodeRow }) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('codings.list', { codeId: code.id });
  const [search, setSearch] = useState('');
  const wanted = folded(search.trim());
  const shown = useMemo(
    () => byQuotation(data ?? []).filter(({ row }) => wanted === '' || folded(row.text).includes(wanted)),
    [data, wanted],
  );
  const toggle = (row: CodingRow) => {
    const example = exampleOf(row);
    const lines = code.examples.split(/\n{2,}/).filter((line) => line.trim() !== '');
    const next = lines.includes(example) ? lines.filter((line) => line !== example) : [...lines, example];
    void runOrTell('code.update', { id: code.id, examples: next.join('\n\n') });
  };
  return (
    <div className="example-picker">
      <TextField
        label={t('inspector:examples.search')}
        isLabelHidden
        placeholder={t('inspector:examples.search')}
        value={search}
        onChange={setSearch}
        autoFocus
      />
      <ul className="example-picker__list" aria-label={t('inspector:examples.title')}>
        {shown.slice(0, mostShown).map(({ row }) => {
          const isIn = code.examples.includes(exampleOf(row));
          return (
            <li key={row.quotationId}>
              <button
                type="button"
                className="example-picker__row"
                aria-pressed={isIn}
                onClick={() => toggle(row)}
              >
                <Check size={14} strokeWidth={1.75} aria-hidden data-on={isIn || undefined} />
                <span>
                  <span className="example-picker__text" dir="auto">
                    {row.text}
                  </span>
                  <span className="example-picker__place">
                    {row.sourceName} · ¶ {row.paragraph}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** One paragraph: the words, and where they stand. */
function exampleOf(row: CodingRow): string {
  return `“${row.text.replace(/\s*\n\s*/g, ' ')}” (${row.sourceName}, ¶ ${row.paragraph})`;
}
