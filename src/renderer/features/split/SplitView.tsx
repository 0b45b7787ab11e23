import { Plus, Split } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { closeTab } from '../../app/workspace-store';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, confirm, EmptyState, ErrorNote, Menu, Swatch, tell } from '../../ui';
import { byQuotation } from '../inspector/coded-passages';
import { SplitColumn } from './SplitColumn';
import './SplitView.css';
import { useBoardKeys } from './board-keys';
import { boardColumns, hindrance, splitArgs } from './split-board';
import { addPart, emptyDraft, forgetDraft, splitStore } from './split-store';

/** A code's quotations side by side, to be sorted into subcodes by mouse or by the keys 1 to 9. */
export function SplitView({ codeId }: { readonly codeId: CodeId }) {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const { data: codes } = useEngineQuery('codes.tree', {});
  const { data: rows, error } = useEngineQuery('codings.list', { codeId });
  const draft = splitStore((store) => store.drafts.get(codeId)) ?? emptyDraft;
  const passages = useMemo(() => byQuotation(rows ?? []), [rows]);
  const columns = useMemo(() => boardColumns(passages, draft), [passages, draft]);
  const board = useRef<HTMLDivElement>(null);
  const [namingKey, setNamingKey] = useState<string | null>(null);
  const addNew = () => {
    const key = addPart(codeId, { name: '', codeId: null });
    setNamingKey(key);
    return key;
  };
  const keys = useBoardKeys({ board, codeId, columns, addNew });
  const isWanted =
    splitStore((store) => store.wantedId === codeId) && passages.length > 0 && codes !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    // The menu that led here gives back the focus first, and the cards are there after the next paint.
    const timer = setTimeout(() => {
      splitStore.setState({ wantedId: null });
      board.current?.querySelector<HTMLElement>('.split-card')?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [isWanted]);
  const code = codes?.find(({ id }) => id === codeId);
  if (error) return <ErrorNote error={error} />;
  if (!codes || !rows) return null;
  if (!code || passages.length === 0) {
    return (
      <EmptyState icon={Split} title={t(code ? 'split:empty' : 'split:gone')} body={t('split:emptyBody')} />
    );
  }
  const subcodes = codes.filter(({ parentId }) => parentId === codeId);
  const hinders = isReadOnly ? 'readOnly' : hindrance(columns, subcodes);
  const sorted = passages.length - (columns[0]?.passages.length ?? 0);
  const carryOut = async () => {
    const done = await runOrTell('code.split', splitArgs(codeId, columns));
    if (!done) return;
    forgetDraft(codeId);
    closeTab({ kind: 'split', codeId });
    inspect({ kind: 'code', id: codeId });
    tell({ kind: 'success', message: t('split:done', { count: done.value.quotations, code: code.name }) });
  };
  const discard = async () => {
    const isEmpty = draft.places.size === 0 && draft.parts.length === 0;
    const isSure =
      isEmpty ||
      (await confirm({
        title: t('split:discardTitle'),
        body: t('split:discardBody'),
        confirmLabel: t('split:discard'),
      }));
    if (!isSure) return;
    forgetDraft(codeId);
    closeTab({ kind: 'split', codeId });
  };
  return (
    <article className="split">
      <header className="split__head">
        <div className="split__titles">
          <h2 className="page__title">
            <Swatch color={code.color} size={13} />
            {t('split:title', { name: code.name })}
          </h2>
          <p className="split__hint">{t('split:hint')}</p>
        </div>
        <div className="split__tools">
          <span className="split__count" role="status">
            {t('split:sorted', { sorted, count: passages.length })}
            {hinders !== null && sorted > 0 && ` · ${t(`split:hinders.${hinders}`)}`}
          </span>
          <PartMenu code={code} codes={codes} used={draft.parts.flatMap((part) => part.codeId ?? [])} />
          <Button icon={Plus} onClick={addNew} disabled={isReadOnly}>
            {t('split:newPart')}
          </Button>
          <Button onClick={() => void discard()}>{t('split:discard')}</Button>
          <Button variant="primary" disabled={hinders !== null} onClick={() => void carryOut()}>
            {t('split:do')}
          </Button>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards within take the focus, the keys act on them */}
      <div className="split__board" ref={board} onKeyDown={keys}>
        {columns.map((column, number) => (
          <SplitColumn
            key={column.part?.key ?? 'staying'}
            code={code}
            codes={codes}
            column={column}
            number={number}
            isNaming={column.part !== null && column.part.key === namingKey}
          />
        ))}
        {draft.parts.length === 0 && (
          <button type="button" className="split__first" onClick={addNew} disabled={isReadOnly}>
            <Plus size={16} strokeWidth={1.5} aria-hidden />
            <span>{t('split:first')}</span>
          </button>
        )}
      </div>
    </article>
  );
}

/** Subcodes that are there already, to sort into. */
function PartMenu({
  code,
  codes,
  used,
}: {
  readonly code: CodeRow;
  readonly codes: readonly CodeRow[];
  readonly used: readonly CodeId[];
}) {
  const { t } = useTranslation();
  const below = codes.filter(
    ({ path, id, isCodable }) => path.startsWith(`${code.path} > `) && isCodable && !used.includes(id),
  );
  if (below.length === 0) return null;
  return (
    <Menu
      align="end"
      trigger={<Button>{t('split:existing')}</Button>}
      items={below.map(({ id, name, color }) => ({
        label: name,
        leading: <Swatch color={color} />,
        onSelect: () => void addPart(code.id, { name, codeId: id }),
      }))}
    />
  );
}
