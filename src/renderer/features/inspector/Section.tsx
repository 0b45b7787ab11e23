import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** Quiet words or a button at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the inspector under its heading; no landmark, as the window has enough of them. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <div className="inspector__section">
      <div className="inspector__section-head">
        <h3 className="inspector__section-title">{title}</h3>
        {aside}
      </div>
      {children}
    </div>
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
