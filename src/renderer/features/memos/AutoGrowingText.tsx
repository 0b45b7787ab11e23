import type { Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from '../../ui';
import './AutoGrowingText.css';

export interface AutoGrowingTextProps
  extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Name for assistive technology. */
  readonly label: string;
  /** Words of the researcher are set in the serif face of documents. */
  readonly face?: 'document' | 'interface';
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** A text field as high as its text: an invisible twin of the text, in the same grid cell, gives the height. */
export function AutoGrowingText({
  value,
  onChange,
  label,
  face = 'interface',
  className,
  placeholder = '',
  ref,
  ...rest
}: AutoGrowingTextProps) {
  return (
    <div
      className={classNames('growing', `growing--${face}`, className)}
      data-twin={`${value || placeholder}\n`}
    >
      <textarea
        ref={ref}
        className="growing__text"
        aria-label={label}
        rows={1}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
    </div>
  );
}
