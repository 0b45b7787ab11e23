import { type KeyboardEvent, useRef, useState } from 'react';
import { AutoGrowingText } from '../memos';

export interface EditableNameProps {
  readonly value: string;
  readonly label: string;
  readonly isReadOnly: boolean;
  /** Was just made: the field takes the focus, its words are written over. */
  readonly isNew?: boolean;
  /** Resolves with whether the name was taken. */
  readonly onRename: (name: string) => Promise<boolean>;
}

/** A name that can be written over where it stands: Enter or leaving the field takes it, Escape gives it up. */
export function EditableName({ value, label, isReadOnly, isNew = false, onRename }: EditableNameProps) {
  const [written, setWritten] = useState<string | null>(null);
  const isGivenUp = useRef(false);
  const take = async () => {
    const name = written?.replace(/\s+/gu, ' ').trim() ?? '';
    const isChanged = !isGivenUp.current && name !== '' && name !== value;
    isGivenUp.current = false;
    if (isChanged) await onRename(name);
    setWritten(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    isGivenUp.current = event.key === 'Escape';
    event.currentTarget.blur();
  };
  return (
    <AutoGrowingText
      className="editable-name"
      label={label}
      value={written ?? value}
      onChange={(text) => setWritten(text.replaceAll('\n', ' '))}
      onBlur={() => void take()}
      onKeyDown={onKeyDown}
      readOnly={isReadOnly}
      spellCheck={false}
      maxLength={500}
      autoFocus={isNew}
      onFocus={(event) => isNew && event.currentTarget.select()}
    />
  );
}
