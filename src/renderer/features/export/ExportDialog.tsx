import { lazy, Suspense } from 'react';
import { useOpenSession } from '../../client';
import { exportStore } from './export-store';

const ExportForm = lazy(() => import('./ExportForm').then((m) => ({ default: m.ExportForm })));

/** Shown while something is to be exported; loaded when it is first wanted. */
export function ExportDialog() {
  const kind = exportStore((store) => store.kind);
  const isOpen = useOpenSession() !== null;
  if (!kind || !isOpen) return null;
  return (
    <Suspense>
      <ExportForm key={kind} kind={kind} />
    </Suspense>
  );
}
