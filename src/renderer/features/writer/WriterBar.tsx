import { Suspense, useEffect } from 'react';
import { lazyView } from '../../app/lazy-view';
import { useOpenSession } from '../../client';
import { watchFile } from './watch-file';

const WriterNote = lazyView(() => import('./WriterNote').then((module) => module.WriterNote));
const TroubleNote = lazyView(() => import('./TroubleNote').then((module) => module.TroubleNote));

/** A line under the top bar while the project can't be changed here: who writes it, or what became of its file. */
export function WriterBar() {
  const session = useOpenSession();
  useEffect(watchFile, []);
  if (!session?.trouble && !session?.writer) return null;
  return (
    <Suspense>
      {session.trouble ? (
        <TroubleNote trouble={session.trouble} path={session.path} />
      ) : (
        session.writer && (
          <WriterNote writer={session.writer} coder={session.coder?.name ?? ''} path={session.path} />
        )
      )}
    </Suspense>
  );
}
