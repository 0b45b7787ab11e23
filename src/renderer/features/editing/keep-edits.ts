import { sessionStore } from '../../client/session-store';
import { flushWith } from '../memos/draft-registry';
import { editingStore } from './editing-store';

/** What is being typed is put on disk with all else that is, and belongs to the project that is open. */
flushWith(async () => {
  const { edits } = editingStore.getState();
  await Promise.all(Object.values(edits).map((open) => open?.session.keeper.flush()));
});

sessionStore.subscribe(({ session }, { session: before }) => {
  const path = session?.state === 'open' ? session.path : null;
  const pathBefore = before?.state === 'open' ? before.path : null;
  if (path === pathBefore) return;
  for (const open of Object.values(editingStore.getState().edits)) void open?.session.keeper.end();
  editingStore.setState({ edits: {}, replacing: null, carrying: null });
});
