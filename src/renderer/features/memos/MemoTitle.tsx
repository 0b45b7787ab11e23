import type { MemoTarget } from '../../../core/entities';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { AutoGrowingText } from './AutoGrowingText';
import { memoKey } from './memo-key';
import { useTextDraft } from './use-text-draft';

/** A memo's title: a line to type in. */
export function MemoTitle({
  target,
  isReadOnly,
}: {
  readonly target: MemoTarget;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation();
  const session = useOpenSession();
  const { data } = useEngineQuery('memo.on', { target });
  const key = session ? memoKey(session.project.id, target) : '';
  const draft = useTextDraft(`${key}:title`, data === undefined ? undefined : (data?.title ?? ''), {
    write: async (title) => (await runOrTell('memo.write', { target, title })) !== null,
  });
  if (isReadOnly && draft.text === '') return null;
  return (
    <AutoGrowingText
      className="memo-page__name"
      label={t('memos:title')}
      placeholder={t('memos:titleHint')}
      value={draft.text}
      onChange={(text) => draft.type(text.replace(/\s*\n\s*/g, ' '))}
      onBlur={() => void draft.flush()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        const page = event.currentTarget.closest('.memo-page');
        const words = page?.querySelector('.rich-text');
        if (words instanceof HTMLElement) words.focus();
      }}
      readOnly={isReadOnly || !draft.isLoaded}
      maxLength={500}
    />
  );
}
