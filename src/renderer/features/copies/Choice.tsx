import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import './Choice.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly name: string;
    /** What it means, in a sentence. */
    readonly about: string;
    /** Short, at the right end. */
    readonly aside?: string;
  }[];
  readonly onChange: (value: T) => void;
}

/** A question with its answers, each with what it means. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <section className="choice">
      <h3 className="choice__label" id={id}>
        {label}
      </h3>
      <RadioGroup.Root
        className="choice__options"
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next as T)}
      >
        {options.map((option) => (
          <RadioGroup.Item key={option.value} value={option.value} className="choice__option">
            <span className="choice__dot" aria-hidden />
            <span className="choice__name">{option.name}</span>
            <span className="choice__aside">{option.aside}</span>
            <span className="choice__about">{option.about}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </section>
  );
}
