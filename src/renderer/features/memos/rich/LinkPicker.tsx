import { FileText, Quote } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import type { MemoReference } from '../../../../core/memo-content';
import { quoteLine } from '../../../../core/text';
import { useEngineQuery } from '../../../client';
import { useTranslation } from '../../../i18n';
import { classNames, hasMoved, Swatch } from '../../../ui';
import { CodeField } from '../../coding/CodeField';
import { listStep } from '../list-step';
import './LinkPicker.css';

export interface LinkPickerProps {
  /** Where the caret is, in the window. */
  readonly at: { readonly left: number; readonly top: number; readonly height: number };
  readonly onPick: (reference: MemoReference) => void;
  readonly onClose: () => void;
}

interface Offer {
  readonly reference: MemoReference;
  readonly name: string;
  readonly detail: string;
  readonly color: string | null;
}

const offeredThings = 6;

/** What a link may lead to: codes, documents, quotations. Typing narrows them, Enter takes one. */
export function LinkPicker({ at, onPick, onClose }: LinkPickerProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const offers = useOffers(useDeferredValue(search));
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = offers[active];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onPick(chosen.reference);
      return;
    }
    // Home and End belong to the field.
    const step = event.key.startsWith('Arrow')
      ? listStep(event.key, { at: active, count: offers.length })
      : null;
    if (step === null) return;
    event.preventDefault();
    setActive(step);
  };
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor asChild>
        <span className="link-picker__anchor" style={at} />
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          className="popover link-picker"
          aria-label={t('memos:link.label')}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <CodeField
            className="link-picker__field"
            label={t('memos:link.field')}
            value={search}
            onChange={(value) => {
              setSearch(value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            listId={listId}
            rows={offers.length}
            active={active}
          />
          <div id={listId} role="listbox" aria-label={t('memos:link.label')} className="link-picker__list">
            {offers.map(({ reference, name, detail, color }, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              <div
                key={`${reference.kind} ${reference.id}`}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={classNames('link-picker__row', index === active && 'is-active')}
                onMouseMove={(event) => hasMoved(event) && setActive(index)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(reference)}
              >
                <Sign kind={reference.kind} color={color} />
                <span
                  className={classNames('link-picker__name', reference.kind === 'quotation' && 'is-quote')}
                >
                  {name}
                </span>
                <span className="link-picker__detail">{detail}</span>
              </div>
            ))}
          </div>
          {offers.length === 0 && <p className="link-picker__nothing">{t('memos:link.nothing')}</p>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Sign({ kind, color }: { readonly kind: MemoReference['kind']; readonly color: string | null }) {
  if (color) return <Swatch color={color} />;
  const Icon = kind === 'source' ? FileText : Quote;
  return <Icon size={14} strokeWidth={1.5} aria-hidden />;
}

function useOffers(search: string): readonly Offer[] {
  const { data: codes } = useEngineQuery('codes.tree', {});
  const { data: tree } = useEngineQuery('sources.tree', {});
  const { data: quotations } = useEngineQuery('memo.linkable', { search }, { keepPrevious: true });
  return useMemo(() => {
    const words = folded(search).split(/\s+/u).filter(Boolean);
    const fits = (text: string) => words.every((word) => folded(text).includes(word));
    const ofCodes = (codes ?? [])
      .filter(({ path }) => fits(path))
      .slice(0, offeredThings)
      .map(({ id, name, path, color }) => ({
        reference: { kind: 'code', id } as const,
        name,
        detail: path.slice(0, -name.length).replace(/ > $/, ''),
        color,
      }));
    const ofSources = (tree?.sources ?? [])
      .filter(({ name }) => fits(name))
      .slice(0, offeredThings)
      .map(({ id, name }) => ({ reference: { kind: 'source', id } as const, name, detail: '', color: null }));
    const ofQuotations = (quotations ?? []).map(({ id, text, sourceName, start, end }) => ({
      reference: { kind: 'quotation', id } as const,
      name: `“${quoteLine(text, 70)}”`,
      detail: `${sourceName}, ${start}–${end}`,
      color: null,
    }));
    return [...ofCodes, ...ofSources, ...ofQuotations];
  }, [codes, tree, quotations, search]);
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('en');
}
