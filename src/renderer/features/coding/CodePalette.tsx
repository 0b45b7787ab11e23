import { useMemo, useRef } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { codingsOn, quotationOf } from '../../../core/document-marks';
import { quoteLine } from '../../../core/text';
import { canChange } from '../../actions/action';
import { useSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Kbd } from '../../ui';
import { announce } from './announcements';
import { ChoiceList } from './ChoiceList';
import { chosenCodes, codeToTake } from './chosen-codes';
import { closeCodePalette, type PaletteTask } from './code-palette-store';
import { applyCodes, recodeCodings } from './coding-commands';
import type { OpenDocument } from './open-documents';
import { PaletteFrame } from './PaletteFrame';
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
      <ChoiceList
        choice={choice}
        canMark={!isRecoding}
        present={present}
        field={field}
        fieldClass="code-palette__field"
      >
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
      </ChoiceList>
    </PaletteFrame>
  );
}
