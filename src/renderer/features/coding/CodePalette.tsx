import { useId, useMemo, useRef } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { codingsOn, quotationOf } from '../../../core/document-marks';
import { quoteLine } from '../../../core/text';
import { canChange } from '../../actions/action';
import { useSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Kbd, Swatch } from '../../ui';
import { announce } from './announcements';
import { CodeField } from './CodeField';
import { chosenCodes, codeToTake } from './chosen-codes';
import { closeCodePalette, type PaletteTask } from './code-palette-store';
import { applyCodes, recodeCodings } from './coding-commands';
import type { OpenDocument } from './open-documents';
import { PaletteFrame } from './PaletteFrame';
import { PaletteList } from './PaletteList';
import { useCodeChoice } from './use-code-choice';
import { useCodes } from './use-codes';

export interface CodePaletteProps {
  readonly document: OpenDocument;
  readonly task: Exclude<PaletteTask, { kind: 'pick' }>;
  readonly initialQuery: string;
  /** Most recent first. */
  readonly recent: readonly CodeRow[];
}

/** The codes to choose from, beside the passage: type two letters, press Enter. */
export function CodePalette({ document, task, initialQuery, recent }: CodePaletteProps) {
  const { t } = useTranslation();
  const codes = useCodes();
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { surface } = document;
  const isRecoding = task.kind === 'recode';
  const present = useMemo(() => {
    const marks = document.codings();
    const here = codingsOn(marks, quotationOf(marks, task.span));
    return new Set(here.map(({ codeId }) => codeId));
  }, [document, task.span]);

  const close = () => {
    closeCodePalette();
    surface.focus();
  };
  const choice = useCodeChoice({
    codes,
    recent,
    initialQuery,
    canCreate: canChange({ session, activeTab: null }),
    canMark: !isRecoding,
    onLeave: close,
    onMarked: (marked) =>
      announce(t('coding:announceMarked', { names: marked.map(({ name }) => name).join(', ') })),
    onChoose: ({ codeIds, newCode, newPath }) => {
      close();
      if (task.kind === 'apply') {
        void applyCodes({ sourceId: task.sourceId, span: task.span, codeIds, newCode, newPath });
      } else {
        const chosen = chosenCodes(codes, { codeIds, newCode, newPath });
        void recodeCodings(task.codingIds, codeToTake(chosen));
      }
    },
  });
  const { newName, marked } = choice;
  const quote = quoteLine(surface.document.slice(task.span.start, task.span.end), 70);
  return (
    <PaletteFrame
      document={document}
      span={task.span}
      label={isRecoding ? t('coding:recodePalette') : t('coding:palette')}
      field={field}
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
        label={newName === null ? t('coding:paletteField') : t('coding:parentField', { name: newName })}
        value={choice.query}
        onChange={choice.setQuery}
        onKeyDown={choice.onKeyDown}
        listId={listId}
        rows={choice.rows.length}
        active={choice.active}
      />
      <PaletteList
        id={listId}
        rows={choice.rows}
        active={choice.active}
        marked={marked}
        present={present}
        onChoose={choice.onClick}
        onMark={isRecoding ? undefined : choice.mark}
        onActive={choice.setActive}
      />
      <p className="code-palette__hint" aria-hidden>
        <Kbd keys="Enter" isPlain />{' '}
        {isRecoding ? t('coding:hintRecode') : t('coding:hintApply', { count: marked.length })}
        {!isRecoding && (
          <>
            <Kbd keys={choice.query === '' ? 'Space' : 'Mod+Enter'} isPlain /> {t('coding:hintMark')}
          </>
        )}
        {marked.length === 0 && (
          <>
            <Kbd keys="Escape" isPlain /> {t('coding:hintClose')}
          </>
        )}
      </p>
      {marked.length > 0 && (
        <Button
          variant="primary"
          size="small"
          className="code-palette__apply"
          onMouseDown={(event) => event.preventDefault()}
          onClick={choice.onMarkedClick}
        >
          {t('coding:applyMarked', { count: marked.length })}
        </Button>
      )}
    </PaletteFrame>
  );
}
