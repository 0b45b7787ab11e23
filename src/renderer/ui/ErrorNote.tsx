import { CircleAlert } from 'lucide-react';
import type { AppError } from '../../core/result';
import './ErrorNote.css';

/** A view's question that could not be answered. */
export function ErrorNote({ error }: { readonly error: AppError }) {
  return (
    <div className="error-note" role="alert">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      <p>{error.message}</p>
    </div>
  );
}
