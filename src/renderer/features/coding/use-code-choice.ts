import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { CommandArgs } from '../../../contract/commands';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { createCode, type NewCodeRow } from './create-code';
import { type PaletteRow, paletteRows } from './palette-rows';

/** What was chosen; in one step with the code that is made for it. */
export interface CodeChoice {
  readonly codeIds: readonly CodeId[];
  readonly newCode?: CommandArgs<'coding.apply'>['newCode'];
  readonly newPath?: readonly string[] | undefined;
}

export interface CodeChoiceOptions {
  readonly codes: readonly CodeRow[];
  /** The first nine have digits. */
  readonly recent: readonly CodeRow[];
  readonly initialQuery?: string;
  readonly canCreate: boolean;
  /** Several may be chosen at once. */
  readonly canMark: boolean;
  readonly onChoose: (choice: CodeChoice) => void;
  /** Escape, with nothing left to take back. */
  readonly onLeave?: () => void;
  readonly onMarked?: (marked: readonly CodeRow[]) => void;
}

/**
 * Choosing codes by typing, for every list of codes: letters narrow down, arrows walk, Enter takes, digits take recent
 * ones. Ctrl or Shift with Enter marks a code and goes on, and so does the space bar where it can't be part of a name:
 * before anything is typed, or after walking with the arrows. Enter then takes all that are marked.
 */
export function useCodeChoice(options: CodeChoiceOptions) {
  const { codes, recent, canCreate, canMark, onChoose, onLeave, onMarked } = options;
  const [query, setQueryText] = useState(options.initialQuery ?? '');
  const [wantedActive, setActive] = useState(0);
  const [marked, setMarkedCodes] = useState<readonly CodeRow[]>([]);
  const [newName, setNewName] = useState<string | null>(null);
  const [hasWalked, setWalked] = useState(false);
  const rows = useMemo(
    () => paletteRows({ codes, query, recent: recent.map(({ id }) => id), newName, canCreate }),
    [codes, query, recent, newName, canCreate],
  );
  const active = Math.min(wantedActive, rows.length - 1);

  const setQuery = (next: string) => {
    setQueryText(next);
    setActive(0);
    setWalked(false);
  };
  // Keys may come before the code that is being made for them, and must not forget it.
  const markedNow = useRef<readonly CodeRow[]>(marked);
  const making = useRef<Promise<void> | null>(null);
  const setMarked = (next: readonly CodeRow[]) => {
    markedNow.current = next;
    setMarkedCodes(next);
    onMarked?.(next);
  };
  const leaveParent = () => {
    setQuery(newName ?? '');
    setNewName(null);
  };

  const choose = (row: PaletteRow | undefined, { isClicked = false } = {}) => {
    if (making.current) {
      void making.current.then(() => choose(row, { isClicked }));
      return;
    }
    const marked = markedNow.current;
    if (row?.kind === 'createBeneath') {
      setNewName(row.name);
      setQuery('');
      return;
    }
    if (row?.kind === 'retired') {
      tell({ kind: 'info', topic: 'retired', message: t('coding:isRetired', { name: row.code.name }) });
      return;
    }
    const ids = marked.map(({ id }) => id);
    // With codes marked and nothing typed, Enter means just these; a click means what it hits, too.
    const withRow = row && (marked.length === 0 || query.trim() !== '' || row.kind !== 'code' || isClicked);
    if (withRow && row.kind === 'code' && !ids.includes(row.code.id)) ids.push(row.code.id);
    const newCode =
      withRow && row.kind === 'create' ? { name: row.name, parentId: row.parent?.id ?? null } : undefined;
    const newPath = withRow && row.kind === 'createPath' ? row.path : undefined;
    if (ids.length > 0 || newCode || newPath) onChoose({ codeIds: ids, newCode, newPath });
  };

  const mark = (row: PaletteRow | undefined) => {
    if (!row || !canMark) return;
    if (row.kind === 'createBeneath' || row.kind === 'retired') choose(row);
    else if (row.kind === 'create' || row.kind === 'createPath') markNew(row);
    else if (row.kind === 'code') {
      const { code } = row;
      const others = markedNow.current.filter(({ id }) => id !== code.id);
      setMarked(others.length < markedNow.current.length ? others : [...others, code]);
      if (query !== '') setQuery('');
    }
  };
  /** A new code is made at once, to be there with the others that are marked; undone by a step of its own. */
  const markNew = (row: NewCodeRow) => {
    setQuery('');
    setNewName(null);
    making.current = createCode(row).then((code) => {
      making.current = null;
      if (code) setMarked([...markedNow.current, code]);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    const step = steps[key];
    const row = rows[active];
    const isDigit = query === '' && newName === null && /^[1-9]$/.test(key);
    const isMark = key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey);
    const isSpaceMark = key === ' ' && canMark && row?.kind === 'code' && (query === '' || hasWalked);
    if (step !== undefined) {
      setActive((active + step + rows.length) % Math.max(1, rows.length));
      setWalked(true);
    } else if (isMark || isSpaceMark) mark(row);
    else if (key === 'Enter') choose(row);
    else if (key === 'Escape' && newName !== null) leaveParent();
    else if (key === 'Escape' && onLeave) onLeave();
    else if (key === 'Backspace' && query === '' && newName !== null) leaveParent();
    else if (key === 'Backspace' && query === '' && marked.length > 0) setMarked(marked.slice(0, -1));
    else if (isDigit) choose(rows.find((one) => one.kind === 'code' && one.digit === Number(key)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    query,
    setQuery,
    rows,
    active,
    setActive,
    marked,
    mark,
    newName,
    onKeyDown,
    onClick: (row: PaletteRow) => choose(row, { isClicked: true }),
    /** All that are marked, and nothing else. */
    onMarkedClick: () => choose(undefined),
  };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
