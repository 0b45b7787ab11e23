import type { Editor } from '@tiptap/react';
import { Check, CircleAlert } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MemoTarget } from '../../../core/entities';
import { docOfMemo } from '../../../core/memo-content';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { classNames } from '../../ui';
import './MemoEditor.css';
import { memoKey } from './memo-key';
import { contentText, docOf } from './rich/create-memo-editor';
import { LinkPicker, type LinkPickerProps } from './rich/LinkPicker';
import { MemoToolbar } from './rich/MemoToolbar';
import { RichText } from './rich/RichText';
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
  const draft = useTextDraft(
    draftKey,
    data === undefined ? undefined : data === null ? '' : contentText(docOfMemo(data)),
    {
      // A passage marked for its memo alone goes with its last letter, so that waits until the field is left.
      holdsEmpty: target.kind === 'quotation',
      write: async (text) => {
        const words = text === '' ? { text: '' } : { content: docOf(text) };
        return (await runOrTell('memo.write', { target, ...words })) !== null;
      },
    },
  );
  const [editor, setEditor] = useState<Editor | null>(null);
  const [asking, setAsking] = useState<LinkPickerProps['at'] | null>(null);
  const { isLoaded } = draft;
  const mayTakeFocus = useRef(autoFocus);
  useEffect(() => {
    // Whoever has pressed somewhere else meanwhile means that place.
    const leave = () => {
      mayTakeFocus.current = false;
    };
    window.addEventListener('pointerdown', leave, { capture: true, once: true });
    return () => window.removeEventListener('pointerdown', leave, { capture: true });
  }, []);
  useLayoutEffect(() => {
    if (!mayTakeFocus.current || !isLoaded || !editor) return;
    mayTakeFocus.current = false;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [isLoaded, editor]);
  if (error) return <p className="memo__gone">{error.message}</p>;
  const isLocked = isReadOnly || !isLoaded;
  const ask = () => {
    if (!editor || isLocked) return;
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.head);
    setAsking({ left, top, height: bottom - top });
  };
  const isShown = draft.text !== '' || draft.state !== 'saved';
  return (
    <div className={classNames('memo', `memo--${size}`)}>
      <div className="memo__text">
        <RichText
          value={draft.text}
          onChange={draft.type}
          label={label}
          placeholder={placeholder ?? t('memos:placeholder')}
          isReadOnly={isLocked}
          onFocus={() => onFocus?.()}
          onBlur={() => void draft.flush()}
          onLink={ask}
          onEditor={setEditor}
        />
      </div>
      <div className="memo__foot">
        {editor && !isLocked && <MemoToolbar editor={editor} onLink={ask} />}
        {isShown && <MemoState state={draft.state} />}
      </div>
      {asking && (
        <LinkPicker
          at={asking}
          onPick={(reference) => {
            setAsking(null);
            // At once: the next key is meant for the text.
            editor?.view.focus();
            editor?.commands.insertContent({ type: 'reference', attrs: reference });
          }}
          onClose={() => {
            setAsking(null);
            editor?.view.focus();
          }}
        />
      )}
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
