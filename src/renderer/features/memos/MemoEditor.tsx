import { Check, CircleAlert } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { MemoTarget } from '../../../core/entities';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { classNames } from '../../ui';
import { AutoGrowingText } from './AutoGrowingText';
import './MemoEditor.css';
import { memoKey } from './memo-key';
import type { DraftState } from './text-draft';
import { useTextDraft } from './use-text-draft';

export interface MemoEditorProps {
  readonly target: MemoTarget;
  /** Name for assistive technology: “Memo on clout”. */
  readonly label: string;
  readonly placeholder?: string;
  /** `page`: a tab of its own. */
  readonly size?: 'inline' | 'page';
  readonly autoFocus?: boolean;
  readonly onFocus?: (() => void) | undefined;
}

/** The memo on one thing. What is typed is on disk a second after the last key, or at once when the field is left. */
export function MemoEditor(props: MemoEditorProps) {
  const session = useOpenSession();
  if (!session) return null;
  const key = memoKey(session.project.id, props.target);
  return <MemoField key={key} draftKey={key} isReadOnly={session.readOnly !== null} {...props} />;
}

function MemoField({
  draftKey,
  isReadOnly,
  target,
  label,
  placeholder,
  size = 'inline',
  autoFocus = false,
  onFocus,
}: MemoEditorProps & { readonly draftKey: string; readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { data, error } = useEngineQuery('memo.on', { target });
  const draft = useTextDraft(draftKey, data === undefined ? undefined : (data?.text ?? ''), {
    // A passage marked for its memo alone goes with its last letter, so that waits until the field is left.
    holdsEmpty: target.kind === 'quotation',
    write: async (text) => (await runOrTell('memo.write', { target, text })) !== null,
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const { isLoaded } = draft;
  useLayoutEffect(() => {
    if (autoFocus && isLoaded) field.current?.focus();
  }, [autoFocus, isLoaded]);
  if (error) return <p className="memo__gone">{error.message}</p>;
  return (
    <div className={classNames('memo', `memo--${size}`)}>
      <AutoGrowingText
        ref={field}
        className="memo__text"
        face="document"
        label={label}
        placeholder={placeholder ?? t('memos:placeholder')}
        value={draft.text}
        onChange={draft.type}
        onFocus={onFocus}
        onBlur={() => void draft.flush()}
        readOnly={isReadOnly || !isLoaded}
      />
      {draft.text !== '' || draft.state !== 'saved' ? <MemoState state={draft.state} /> : null}
    </div>
  );
}

/** Whether the words are on disk. Only trouble is announced. */
function MemoState({ state }: { readonly state: DraftState }) {
  const { t } = useTranslation();
  const Icon = state === 'failed' ? CircleAlert : Check;
  const isQuiet = state === 'saved' || state === 'failed';
  return (
    <p className="memo__state" data-state={state} role={state === 'failed' ? 'alert' : undefined}>
      {isQuiet && <Icon size={12} strokeWidth={1.75} aria-hidden />}
      {t(`memos:state.${state}`)}
    </p>
  );
}
