import type { KeyboardEvent, Ref } from 'react';

export interface CodeFieldProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly className: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Id of the list below, and which of its rows Enter would take. */
  readonly listId: string;
  readonly rows: number;
  readonly active: number;
}

/** Where a code's name is typed: the focus stays here while the arrow keys walk through the list below. */
export function CodeField({ label, listId, rows, active, onChange, ...rest }: CodeFieldProps) {
  return (
    <input
      role="combobox"
      aria-label={label}
      aria-expanded={rows > 0}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={active < rows ? `${listId}-${active}` : undefined}
      placeholder={label}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
      {...rest}
    />
  );
}
