import { useVirtualizer } from '@tanstack/react-virtual';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { codeColors } from '../../../core/colors';
import type { CodeId, QuotationId } from '../../../core/ids';
import { useTheme } from '../../app/theme-store';
import { useTranslation } from '../../i18n';
import { classNames, IconButton, Kbd, Swatch } from '../../ui';
import type { CodedPassage } from '../inspector/coded-passages';
import type { BoardColumn } from './split-board';
import { place, removePart, renamePart } from './split-store';

const dragFormat = 'application/x-emic-split';

interface SplitColumnProps {
  readonly code: CodeRow;
  readonly codes: readonly CodeRow[];
  readonly column: BoardColumn;
  /** 0 for what stays; a part's number is its key. */
  readonly number: number;
  readonly isNaming: boolean;
}

export function SplitColumn({ code, codes, column, number, isNaming }: SplitColumnProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const { part, passages } = column;
  const existing = part?.codeId ? codes.find(({ id }) => id === part.codeId) : undefined;
  const label =
    part === null
      ? t('split:staying', { name: code.name })
      : (existing?.name ?? part.name) || t('split:unnamed', { number });
  return (
    <section
      className={classNames(
        'split-column',
        part === null && 'split-column--staying',
        isOver && 'split-column--over',
      )}
      aria-label={label}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragFormat)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const id = event.dataTransfer.getData(dragFormat);
        if (id) place(code.id, id as QuotationId, part?.key ?? null);
      }}
    >
      <header className="split-column__head">
        {number < 10 && <Kbd keys={String(number)} />}
        {part === null || existing ? (
          <h3 className="split-column__name">
            {existing && <Swatch color={existing.color} />}
            <span>{label}</span>
          </h3>
        ) : (
          <PartName
            codeId={code.id}
            partKey={part.key}
            name={part.name}
            number={number}
            isNaming={isNaming}
          />
        )}
        <span className="split-column__count">{passages.length}</span>
        {part !== null && (
          <IconButton
            icon={X}
            size="small"
            label={t('split:removePart', { name: label })}
            onClick={() => removePart(code.id, part.key)}
          />
        )}
      </header>
      <Cards passages={passages} color={existing?.color ?? code.color} label={label} column={number} />
      {passages.length === 0 && (
        <p className="split-column__none">{t(part ? 'split:dropHere' : 'split:allSorted')}</p>
      )}
    </section>
  );
}

interface PartNameProps {
  readonly codeId: CodeId;
  readonly partKey: string;
  readonly name: string;
  readonly number: number;
  readonly isNaming: boolean;
}

function PartName({ codeId, partKey, name, number, isNaming }: PartNameProps) {
  const { t } = useTranslation();
  return (
    <input
      className="split-column__input"
      aria-label={t('split:partName', { number })}
      placeholder={t('split:namePlaceholder')}
      value={name}
      maxLength={500}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: a part that was just made is named next
      autoFocus={isNaming}
      onChange={(event) => renamePart(codeId, partKey, event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        const board = event.currentTarget.closest('.split__board');
        const cards = board?.querySelector<HTMLElement>('.split-card');
        cards?.focus();
      }}
    />
  );
}

interface CardsProps {
  readonly passages: readonly CodedPassage[];
  readonly color: string;
  readonly label: string;
  readonly column: number;
}

function Cards({ passages, color, label, column }: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: passages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 110,
    overscan: 8,
    getItemKey: (index) => passages[index]?.row.quotationId ?? index,
  });
  return (
    <div className="split-column__scroller" ref={scroller}>
      <ul className="split-column__list" aria-label={label} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const passage = passages[index];
          if (!passage) return null;
          return (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Card passage={passage} color={color} column={column} index={index} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface CardProps {
  readonly passage: CodedPassage;
  readonly color: string;
  readonly column: number;
  readonly index: number;
}

function Card({ passage, color, column, index }: CardProps) {
  const { row, coders } = passage;
  const { tint, mark } = codeColors(color, useTheme());
  return (
    <button
      type="button"
      className="split-card"
      style={{ borderInlineStartColor: mark }}
      draggable
      data-quotation={row.quotationId}
      data-column={column}
      data-row={index}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragFormat, row.quotationId);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <span className="split-card__text" dir="auto">
        {row.before && <span className="split-card__context">{row.before}</span>}
        <mark style={{ backgroundColor: tint }}>{row.text}</mark>
        {row.after && <span className="split-card__context">{row.after}</span>}
      </span>
      <span className="split-card__about">
        {row.sourceName} · ¶ {row.paragraph}
        {coders.length > 1 ? ` · ${coders.join(', ')}` : ''}
      </span>
    </button>
  );
}
