import { Check, Minus } from 'lucide-react';

export type TickState = boolean | 'mixed';

/** The face of a checkbox in a list that has the keyboard and the roles itself. */
export function Tick({ state }: { readonly state: TickState }) {
  const Sign = state === 'mixed' ? Minus : Check;
  return (
    <span className="tick" data-state={state === false ? 'off' : 'on'} aria-hidden>
      {state !== false && <Sign size={12} strokeWidth={2.5} />}
    </span>
  );
}
