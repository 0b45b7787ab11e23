import type { Editor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { createMemoEditor, showContent } from './create-memo-editor';
import { openReference, ReferenceLink } from './ReferenceLink';
import './RichText.css';
import { ReferencePlaces } from './reference-node';

export interface RichTextProps {
  /** A memo's rich text in JSON; empty: nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Name for assistive technology. */
  readonly label: string;
  readonly placeholder: string;
  readonly isReadOnly: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** A link is wanted at the caret. */
  readonly onLink: () => void;
  readonly onEditor: (editor: Editor | null) => void;
}

/** A field for rich text. The editor is mounted directly; links are drawn into it from here, so that they live. */
export function RichText(props: RichTextProps) {
  const { value, label, placeholder, isReadOnly, onEditor } = props;
  const host = useRef<HTMLDivElement>(null);
  const [places] = useState(() => new ReferencePlaces());
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const shown = useSyncExternalStore(places.subscribe, places.read);

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createMemoEditor({
      element: host.current,
      content: latest.current.value,
      isEditable: !latest.current.isReadOnly,
      places,
      onChange: (content) => latest.current.onChange(content),
      onFocus: () => latest.current.onFocus(),
      onBlur: () => latest.current.onBlur(),
      onAsk: () => latest.current.onLink(),
      onOpen: openReference,
    });
    setEditor(made);
    return () => made.destroy();
  }, [places]);

  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);

  useLayoutEffect(() => {
    if (!editor) return;
    editor.setEditable(!isReadOnly, false);
    const { dom } = editor.view;
    dom.setAttribute('role', 'textbox');
    dom.setAttribute('aria-multiline', 'true');
    dom.setAttribute('aria-label', label);
    dom.setAttribute('aria-placeholder', placeholder);
    dom.setAttribute('aria-readonly', String(isReadOnly));
  }, [editor, isReadOnly, label, placeholder]);

  useLayoutEffect(() => {
    if (editor) showContent(editor, value);
  }, [editor, value]);

  return (
    <>
      <div ref={host} className="rich-text__host" data-empty={value === ''} data-placeholder={placeholder} />
      {shown.map(({ key, element, reference }) =>
        createPortal(<ReferenceLink reference={reference} />, element, key),
      )}
    </>
  );
}
