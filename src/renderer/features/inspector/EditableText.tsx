import { AutoGrowingText, type DraftOptions, useTextDraft } from '../memos';

export interface EditableTextProps {
  /** Names the text among all texts of the window; says all that `write` depends on. */
  readonly draftKey: string;
  readonly engineText: string;
  readonly write: DraftOptions['write'];
  readonly label: string;
  readonly placeholder: string;
  readonly isReadOnly: boolean;
}

/** A text of a code or the project, edited where it stands and saved like a memo. */
export function EditableText(props: EditableTextProps) {
  const { draftKey, engineText, write, label, placeholder, isReadOnly } = props;
  const draft = useTextDraft(draftKey, engineText, { write });
  return (
    <AutoGrowingText
      className="editable-text"
      label={label}
      placeholder={isReadOnly ? '–' : placeholder}
      value={draft.text}
      onChange={draft.type}
      onBlur={() => void draft.flush()}
      readOnly={isReadOnly}
    />
  );
}
