import { Check, CornerDownRight, Minus, Plus, Tags } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { pathSeparator } from '../../../core/code-tree';
import type { CodeId } from '../../../core/ids';
import { useTranslation } from '../../i18n';
import { classNames, hasMoved, Kbd, Swatch } from '../../ui';
import type { PaletteRow } from './palette-rows';

export interface PaletteListProps {
  readonly id: string;
  readonly rows: readonly PaletteRow[];
  readonly active: number;
  readonly marked: readonly CodeRow[];
  /** Codes that the passage has already. */
  readonly present: ReadonlySet<CodeId>;
  readonly onChoose: (row: PaletteRow) => void;
  /** A click with Ctrl: marks and goes on. */
  readonly onMark?: ((row: PaletteRow) => void) | undefined;
  readonly onActive: (index: number) => void;
}

export function PaletteList({
  id,
  rows,
  active,
  marked,
  present,
  onChoose,
  onMark,
  onActive,
}: PaletteListProps) {
  const { t } = useTranslation();
  const activeElement = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row became the active one
  useLayoutEffect(() => activeElement.current?.scrollIntoView({ block: 'nearest' }), [active, rows]);
  return (
    <div id={id} className="code-palette__list" role="listbox" aria-label={t('coding:codes')}>
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
        <div
          key={rowKey(row)}
          id={`${id}-${index}`}
          ref={index === active ? activeElement : undefined}
          className={classNames(
            'code-palette__row',
            index === active && 'is-active',
            row.kind === 'retired' && 'is-retired',
          )}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          aria-disabled={row.kind === 'retired' || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={(event) => {
            if (index !== active && hasMoved(event)) onActive(index);
          }}
          onClick={(event) => (onMark && (event.ctrlKey || event.metaKey) ? onMark(row) : onChoose(row))}
        >
          <RowFace
            row={row}
            isMarked={isMarked(row, marked)}
            isPresent={row.kind === 'code' && present.has(row.code.id)}
          />
          {onMark && canBeMarked(row) && (
            // For the mouse only: the keyboard has the space bar for it.
            <span
              className="code-palette__mark"
              aria-hidden
              title={t('coding:markToo')}
              onClick={(event) => {
                event.stopPropagation();
                onMark(row);
              }}
            >
              {isMarked(row, marked) ? (
                <Minus size={14} strokeWidth={2} />
              ) : (
                <Plus size={14} strokeWidth={2} />
              )}
            </span>
          )}
        </div>
      ))}
      {rows.length === 0 && <p className="code-palette__none">{t('coding:noCodes')}</p>}
    </div>
  );
}

interface RowFaceProps {
  readonly row: PaletteRow;
  readonly isMarked: boolean;
  readonly isPresent: boolean;
}

function RowFace({ row, isMarked, isPresent }: RowFaceProps) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'code': {
      const above = row.code.path.slice(0, row.code.path.length - row.code.name.length).replace(/ > $/, '');
      return (
        <>
          {isMarked ? <Check size={14} strokeWidth={2} aria-hidden /> : <Swatch color={row.code.color} />}
          <span className="code-palette__name">{row.code.name}</span>
          <span className="code-palette__above">{above}</span>
          {isPresent && <span className="code-palette__present">{t('coding:applied')}</span>}
          {row.digit !== null && <Kbd keys={String(row.digit)} />}
        </>
      );
    }
    case 'retired':
      return (
        <>
          <Swatch color={row.code.color} isHollow />
          <span className="code-palette__name">{row.code.path}</span>
          <span className="code-palette__above" />
          <span className="code-palette__present">{t('codes:status.retired')}</span>
        </>
      );
    case 'coding':
      return (
        <>
          <Swatch color={row.code.color} />
          <span className="code-palette__name">{row.code.name}</span>
          <span className="code-palette__above">{row.coder ?? ''}</span>
          {row.digit !== null && <Kbd keys={String(row.digit)} />}
        </>
      );
    case 'all':
      return (
        <>
          <Tags size={14} strokeWidth={1.75} aria-hidden />
          <span className="code-palette__name">{t('coding:pick.all', { count: row.count })}</span>
        </>
      );
    case 'create':
      return (
        <>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          <span className="code-palette__name">
            {row.parent
              ? t('coding:createIn', { name: row.name, parent: row.parent.path })
              : t('coding:create', { name: row.name })}
          </span>
        </>
      );
    case 'createPath':
      return (
        <>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          <span className="code-palette__name">
            {t('coding:create', { name: row.path.join(pathSeparator) })}
          </span>
        </>
      );
    case 'createBeneath':
      return (
        <>
          <CornerDownRight size={14} strokeWidth={1.75} aria-hidden />
          <span className="code-palette__name">{t('coding:createBeneath', { name: row.name })}</span>
        </>
      );
  }
}

function canBeMarked({ kind }: PaletteRow): boolean {
  return kind === 'code' || kind === 'create' || kind === 'createPath';
}

function isMarked(row: PaletteRow, marked: readonly CodeRow[]): boolean {
  return row.kind === 'code' && marked.some(({ id }) => id === row.code.id);
}

function rowKey(row: PaletteRow): string {
  if (row.kind === 'code' || row.kind === 'retired') return row.code.id;
  if (row.kind === 'coding') return row.coding.id;
  return row.kind === 'create' ? `create ${row.parent?.id ?? ''}` : row.kind;
}
