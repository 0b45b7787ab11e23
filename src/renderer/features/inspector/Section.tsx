import { type ReactNode, useId } from 'react';

export interface SectionProps {
  readonly title: string;
  /** Quiet words or a button at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the inspector under its heading. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="inspector__section" aria-labelledby={id}>
      <div className="inspector__section-head">
        <h3 id={id} className="inspector__section-title">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Facts as a list of names and values. */
export function Facts({
  rows,
}: {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className="facts">
      {rows.map(({ name, value }) => (
        <div key={name} className="facts__row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
