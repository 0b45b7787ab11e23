import './ProgressBar.css';

export interface ProgressBarProps {
  /** Name for assistive technology. */
  readonly label: string;
  /** 0 to 1; null while unknown. */
  readonly value: number | null;
}

export function ProgressBar({ label, value }: ProgressBarProps) {
  const percent = value === null ? undefined : Math.round(value * 100);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      data-unknown={value === null || undefined}
    >
      <div className="progress__done" style={{ width: percent === undefined ? undefined : `${percent}%` }} />
    </div>
  );
}
