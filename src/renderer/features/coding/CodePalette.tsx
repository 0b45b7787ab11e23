import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { quoteLine } from '../../../core/text';
import { canChange } from '../../actions/action';
import { runOrTell, useSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Kbd, Swatch } from '../../ui';
import { closeCodePalette, type PaletteTask } from './code-palette-store';
import { applyCodes } from './coding-commands';
import { placeFloating } from './floating-place';
import type { OpenDocument } from './open-documents';
import { PaletteList } from './PaletteList';
import { type PaletteRow, paletteRows } from './palette-rows';
import { rememberCodes } from './recent-codes';
import { useCodes } from './use-codes';
import './CodePalette.css';
import { CodeField } from './CodeField';

export interface CodePaletteProps {
  readonly document: OpenDocument;
  readonly task: PaletteTask;
  readonly initialQuery: string;
  /** Most recent first. */
  readonly recent: readonly CodeRow[];
}

/**
 * The codes to choose from, beside the passage: type two letters, press Enter. Shift or Ctrl with Enter marks a
 * code and goes on; Enter then applies all that are marked, in one step.
 */
export function CodePalette({ document, task, initialQuery, recent }: CodePaletteProps) {
  const { t } = useTranslation();
  const codes = useCodes();
  const session = useSession();
  const [query, setQuery] = useState(initialQuery);
  const [active, setActive] = useState(0);
  const [marked, setMarked] = useState<readonly CodeRow[]>([]);
  const [newName, setNewName] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { surface } = document;
  const isRecoding = task.kind === 'recode';

  const rows = useMemo(
    () =>
      paletteRows({
        codes,
        query,
        recent: recent.map(({ id }) => id),
        newName,
        canCreate: !isRecoding && canChange({ session, activeTab: null }),
      }),
    [codes, query, recent, newName, isRecoding, session],
  );
  const activeRow = Math.min(active, rows.length - 1);
  const present = useMemo(() => {
    const { start, end } = task.span;
    const here = document.codings().codings.filter((coding) => coding.start === start && coding.end === end);
    return new Set(here.map(({ codeId }) => codeId));
  }, [document, task.span]);

  useLayoutEffect(() => {
    const element = frame.current;
    const edges = surface.edgesOf(task.span);
    if (!element || !edges) return;
    const { width, height } = element.getBoundingClientRect();
    const bounds = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
    const tallest = Math.max(height, tallestPalette);
    const { left, top } = placeFloating({ ...edges, width, height: tallest, bounds, prefer: 'below' });
    element.style.left = `${Math.round(left)}px`;
    // Above the passage it grows upwards, so that it never covers what is being coded.
    if (top < edges.first.top) element.style.bottom = `${Math.round(window.innerHeight - top - tallest)}px`;
    else element.style.top = `${Math.round(top)}px`;
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
    surface.holdSelection(true);
    return () => surface.holdSelection(false);
  }, [surface, task.span]);

  const close = () => {
    closeCodePalette();
    surface.focus();
  };

  const choose = (row: PaletteRow | undefined) => {
    if (row?.kind === 'createBeneath') {
      setNewName(row.name);
      setQuery('');
      setActive(0);
      return;
    }
    const ids = marked.map(({ id }) => id);
    // With codes marked and nothing typed, Enter means just these.
    const withRow = row && (marked.length === 0 || query.trim() !== '' || row.kind !== 'code');
    if (withRow && row.kind === 'code' && !ids.includes(row.code.id)) ids.push(row.code.id);
    const newCode =
      withRow && row.kind === 'create' ? { name: row.name, parentId: row.parent?.id ?? null } : undefined;
    const newPath = withRow && row.kind === 'createPath' ? row.path : undefined;
    if (ids.length === 0 && !newCode && !newPath) return;
    close();
    if (task.kind === 'apply') {
      void applyCodes({ sourceId: task.sourceId, span: task.span, codeIds: ids, newCode, newPath });
    } else if (ids[0]) void recode(task.codingIds, ids[0]);
  };

  const mark = (row: PaletteRow | undefined) => {
    if (row?.kind !== 'code' || isRecoding) return;
    const { code } = row;
    setMarked((before) =>
      before.some(({ id }) => id === code.id) ? before.filter(({ id }) => id !== code.id) : [...before, code],
    );
    setQuery('');
    setActive(0);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = steps[event.key];
    const isDigit = query === '' && newName === null && /^[1-9]$/.test(event.key);
    if (event.nativeEvent.isComposing) return;
    if (step !== undefined) setActive((activeRow + step + rows.length) % Math.max(1, rows.length));
    else if (event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey))
      mark(rows[activeRow]);
    else if (event.key === 'Enter') choose(rows[activeRow]);
    else if (event.key === 'Escape' && newName !== null) leaveParent();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Backspace' && query === '' && newName !== null) leaveParent();
    else if (event.key === 'Backspace' && query === '') setMarked(marked.slice(0, -1));
    else if (isDigit) choose(rows.find((row) => row.kind === 'code' && row.digit === Number(event.key)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const leaveParent = () => {
    setQuery(newName ?? '');
    setNewName(null);
    setActive(0);
  };

  const quote = quoteLine(surface.document.slice(task.span.start, task.span.end), 70);
  const fieldLabel = newName === null ? t('coding:paletteField') : t('coding:parentField', { name: newName });
  return (
    <div
      ref={frame}
      className="code-palette"
      role="dialog"
      aria-label={isRecoding ? t('coding:recodePalette') : t('coding:palette')}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) closeCodePalette();
      }}
    >
      <p className="code-palette__quote" dir="auto">
        {newName === null ? quote : t('coding:chooseParent', { name: newName })}
      </p>
      {marked.length > 0 && (
        <ul className="code-palette__marked" aria-label={t('coding:marked')}>
          {marked.map((code) => (
            <li key={code.id}>
              <Swatch color={code.color} />
              {code.name}
            </li>
          ))}
        </ul>
      )}
      <CodeField
        ref={field}
        className="code-palette__field"
        label={fieldLabel}
        value={query}
        onChange={(next) => {
          setQuery(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        listId={listId}
        rows={rows.length}
        active={activeRow}
      />
      <PaletteList
        id={listId}
        rows={rows}
        active={activeRow}
        marked={marked}
        present={present}
        onChoose={choose}
        onActive={setActive}
      />
      <p className="code-palette__hint" aria-hidden>
        <Kbd keys="Enter" isPlain /> {isRecoding ? t('coding:hintRecode') : t('coding:hintApply')}
        {!isRecoding && (
          <>
            <Kbd keys="Shift+Enter" isPlain /> {t('coding:hintMark')}
          </>
        )}
        <Kbd keys="Escape" isPlain /> {t('coding:hintClose')}
      </p>
    </div>
  );
}

/** As in the style sheet, pixels. */
const tallestPalette = 330;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

async function recode(ids: Extract<PaletteTask, { kind: 'recode' }>['codingIds'], codeId: CodeId) {
  performance.mark('emic:apply-start');
  const done = await runOrTell('coding.recode', { ids: [...ids], codeId });
  if (done) rememberCodes([codeId]);
}
