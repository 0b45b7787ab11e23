import type { LucideIcon } from 'lucide-react';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { classNames } from './class-names';
import './TextField.css';

interface Shared {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A quiet line below; with `isInvalid` in the colour of errors and announced. */
  readonly note?: string | undefined;
  readonly isInvalid?: boolean;
  readonly className?: string;
}

export interface TextFieldProps extends Shared, Omit<InputHTMLAttributes<HTMLInputElement>, keyof Shared> {
  readonly icon?: LucideIcon;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  note,
  isInvalid = false,
  className,
  icon: Icon,
  ...rest
}: TextFieldProps) {
  const id = useId();
  return (
    <Field
      id={id}
      label={isLabelHidden ? null : label}
      note={note}
      isInvalid={isInvalid}
      className={className}
    >
      <div className="field__box">
        {Icon && <Icon size={14} strokeWidth={1.5} aria-hidden />}
        <input
          id={id}
          className={classNames('field__input', Icon && 'field__input--icon')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={isInvalid || undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          spellCheck={false}
          autoComplete="off"
          {...(isLabelHidden ? { 'aria-label': label } : {})}
          {...rest}
        />
      </div>
    </Field>
  );
}

export interface TextAreaProps
  extends Shared,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Shared> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({
  label,
  isLabelHidden = false,
  value,
  onChange,
  note,
  isInvalid = false,
  className,
  ...rest
}: TextAreaProps) {
  const id = useId();
  return (
    <Field
      id={id}
      label={isLabelHidden ? null : label}
      note={note}
      isInvalid={isInvalid}
      className={className}
    >
      <textarea
        id={id}
        className="field__input field__input--area"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={isInvalid || undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
        {...rest}
      />
    </Field>
  );
}

interface FieldProps extends Pick<Shared, 'note' | 'isInvalid' | 'className'> {
  readonly id: string;
  /** Null where the control itself carries it. */
  readonly label: string | null;
  readonly children: ReactNode;
}

/** Label above, control, note below. */
function Field({ id, label, note, isInvalid, className, children }: FieldProps) {
  return (
    <div className={classNames('field', className)}>
      {label !== null && (
        <label className="field__label" htmlFor={id}>
          {label}
        </label>
      )}
      {children}
      {note && (
        <p
          id={`${id}-note`}
          className="field__note"
          role={isInvalid ? 'alert' : undefined}
          data-invalid={isInvalid || undefined}
        >
          {note}
        </p>
      )}
    </div>
  );
}
