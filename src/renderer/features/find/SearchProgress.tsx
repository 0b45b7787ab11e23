import type { AppError } from '../../../core/result';
import { formatNumber, useTranslation } from '../../i18n';
import { Button } from '../../ui';

export interface SearchProgressProps {
  readonly error: AppError | null;
  readonly state: 'idle' | 'running' | 'done' | 'stopped' | 'full';
  readonly documents: { readonly searched: number; readonly all: number };
  /** What there is to know before anything was asked; null as soon as it was. */
  readonly hint: string | null;
  /** “12 hits in 3 documents”. */
  readonly found: string;
  /** Where the list ends before the hits do. */
  readonly full: string;
  readonly onStop: () => void;
}

/** How far a search through the documents is, what it has found, and the button that stops it. */
export function SearchProgress(props: SearchProgressProps) {
  const { error, state, documents, hint, found, full, onStop } = props;
  const { t } = useTranslation();
  if (error) {
    return (
      <p className="find-view__error" role="alert">
        {error.message}
      </p>
    );
  }
  if (hint !== null) return <p className="find-view__status">{hint}</p>;
  const searched = t('find:searched', {
    searched: formatNumber(documents.searched),
    all: formatNumber(documents.all),
  });
  return (
    <p className="find-view__status">
      <span role="status">
        {found}
        {state === 'full' && ` ${full}`}
        {state === 'stopped' && ` ${t('find:stopped')} ${searched}`}
      </span>
      {state === 'running' && (
        <>
          <span>{searched}</span>
          <Button size="small" onClick={onStop}>
            {t('find:stop')}
          </Button>
        </>
      )}
    </p>
  );
}
