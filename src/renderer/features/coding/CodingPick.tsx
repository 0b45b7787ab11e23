import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { folded, quoteLine } from '../../../core/text';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Kbd } from '../../ui';
import { startAdjusting } from './adjusting';
import { CodeField } from './CodeField';
import { closeCodePalette, openCodePalette, type PaletteTask } from './code-palette-store';
import { openCodingMemo, removeCodings } from './coding-commands';
import type { OpenDocument } from './open-documents';
import { PaletteFrame } from './PaletteFrame';
import { PaletteList } from './PaletteList';
import type { PaletteRow } from './palette-rows';
import { useCodes } from './use-codes';

export interface CodingPickProps {
  readonly document: OpenDocument;
  readonly task: Extract<PaletteTask, { kind: 'pick' }>;
}

/** Which of several codings of a passage is meant: to recode, to remove, to move it alone, to write on it. */
export function CodingPick({ document, task }: CodingPickProps) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { data: coders } = useEngineQuery('coders.list', {});
  const [query, setQuery] = useState('');
  const [wantedActive, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { purpose, codings, sourceId, span } = task;
  const rows = useMemo((): PaletteRow[] => {
    const isShared = new Set(codings.map(({ coderId }) => coderId)).size > 1;
    const listed = codings.flatMap((coding, index): PaletteRow[] => {
      const code = codes.find(({ id }) => id === coding.codeId);
      if (!code || !folded(code.path).includes(folded(query))) return [];
      const coder = isShared ? coders?.find(({ id }) => id === coding.coderId)?.name : undefined;
      return [{ kind: 'coding', coding, code, digit: index < 9 ? index + 1 : null, coder }];
    });
    return purpose === 'remove' && query === ''
      ? [...listed, { kind: 'all', count: codings.length }]
      : listed;
  }, [codings, codes, coders, query, purpose]);
  const active = Math.min(wantedActive, rows.length - 1);

  const close = () => {
    closeCodePalette();
    document.surface.focus();
  };
  const choose = (row: PaletteRow | undefined) => {
    if (row?.kind === 'all') {
      close();
      void removeCodings(codings.map(({ id }) => id));
    }
    if (row?.kind !== 'coding') return;
    const { coding, code } = row;
    close();
    if (purpose === 'remove') void removeCodings([coding.id]);
    else if (purpose === 'memo') openCodingMemo(coding);
    else if (purpose === 'recode')
      openCodePalette({ kind: 'recode', sourceId, span, codingIds: [coding.id] });
    else startAdjusting(document, { kind: 'codings', ids: [coding.id], name: code.name }, span);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    const isDigit = query === '' && /^[1-9]$/.test(key);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + rows.length) % Math.max(1, rows.length));
    } else if (key === 'Enter') choose(rows[active]);
    else if (key === 'Escape') close();
    else if (isDigit) choose(rows.find((row) => row.kind === 'coding' && row.digit === Number(key)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <PaletteFrame document={document} span={span} label={t(`coding:pick.${purpose}`)} field={field}>
      <p className="code-palette__quote" dir="auto">
        {quoteLine(document.surface.document.slice(span.start, span.end), 70)}
      </p>
      <CodeField
        ref={field}
        className="code-palette__field"
        label={t(`coding:pick.${purpose}`)}
        value={query}
        onChange={(next) => {
          setQuery(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        listId={listId}
        rows={rows.length}
        active={active}
      />
      <PaletteList
        id={listId}
        rows={rows}
        active={active}
        marked={[]}
        present={new Set()}
        onChoose={choose}
        onActive={setActive}
      />
      <p className="code-palette__hint" aria-hidden>
        <Kbd keys="Enter" isPlain /> {t(`coding:pick.hint.${purpose}`)} <Kbd keys="Escape" isPlain />{' '}
        {t('coding:hintClose')}
      </p>
    </PaletteFrame>
  );
}
