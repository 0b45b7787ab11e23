import { TriangleAlert } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { matchesShortcut } from '../../actions/shortcut-match';
import { themeStore, useTextZoom, useTheme } from '../../app/theme-store';
import { shell, useEngineQuery } from '../../client';
import '../../editor/document.css';
import { EditSurface } from '../../editor/editing/edit-surface';
import { layOutColumns } from '../../editor/paint/page-columns';
import { useTranslation } from '../../i18n';
import { Button, classNames } from '../../ui';
import { visibilityStore } from '../codes/visibility-store';
import { usePaintedCodes } from '../coding/use-codes';
import { Note } from '../writer/Note';
import { EditBar } from './EditBar';
import { EditFooter } from './EditFooter';
import './EditPane.css';
import type { EditSession } from './edit-session';
import { discardEdit, saveEdit } from './finish-editing';

const isMac = shell.platform === 'darwin';

/** The text of a document while it is corrected: typed in, with its codings going along. */
export function EditPane({ session }: { readonly session: EditSession }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<EditSurface | null>(null);
  const [selection, setSelection] = useState({ start: 0, end: 0 });
  useSyncExternalStore(session.subscribe, session.read);
  const { data: source } = useEngineQuery('source.text', { id: session.sourceId });
  const { data: answer } = useEngineQuery('source.codings', { id: session.sourceId });
  const name = source?.source.name ?? '';
  const codes = usePaintedCodes();
  const hidden = visibilityStore((store) => store.hiddenCodeIds);
  const theme = useTheme();
  const zoom = useTextZoom();
  const look = useMemo(() => ({ codes, hidden }), [codes, hidden]);
  const shown = useRef(look);
  shown.current = look;

  useLayoutEffect(() => {
    if (answer) session.takeQuotations(answer);
  }, [session, answer]);

  const shownSurface = useRef<EditSurface | null>(null);
  // Before the text is there: asking how wide the page is would lay out all of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another zoom the columns are others
  useLayoutEffect(() => {
    const set = () => {
      if (!scroller.current || !page.current || !host.current || scroller.current.clientWidth === 0) return;
      const em = Number.parseFloat(getComputedStyle(host.current).fontSize) || 17;
      const width = scroller.current.clientWidth;
      const { columns } = session.start;
      // As wide as when it was read: then each word stays where it was.
      const { textLeft, textWidth } =
        columns?.viewWidth === width && columns.em === em
          ? columns
          : layOutColumns({ width, em, deepest: 1 });
      page.current.style.setProperty('--text-left', `${textLeft}px`);
      page.current.style.setProperty('--text-width', `${textWidth}px`);
      page.current.style.setProperty('--characters-per-row', String(Math.round(textWidth / (em * 0.45))));
      shownSurface.current?.repaint();
    };
    set();
    const resizes = new ResizeObserver(set);
    if (scroller.current) resizes.observe(scroller.current);
    return () => resizes.disconnect();
  }, [session, zoom]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name alone must not set the text anew
  useLayoutEffect(() => {
    if (!scroller.current || !host.current) return;
    const element = host.current.appendChild(window.document.createElement('div'));
    const save = () => void saveEdit(session, made.selection().end);
    const made = new EditSurface({
      edit: session.edit,
      element,
      scroller: scroller.current,
      name: t('editing:textName', { name }),
      theme: () => themeStore.getState().theme,
      codings: () => session.quotations.codings(session.edit.changes, shown.current),
      onChange: session.typed,
      onSelection: () => setSelection(made.selection()),
      onKeyDown: (event) => {
        if (!matchesShortcut(event, 'Mod+S', isMac)) return false;
        save();
        return true;
      },
    });
    shownSurface.current = made;
    setSurface(made);
    made.startAt(session.start.caret, session.start.top, session.start.below);
    return () => {
      shownSurface.current = null;
      setSurface(null);
      made.destroy();
      element.remove();
    };
  }, [session, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is painted has changed
  useLayoutEffect(() => {
    surface?.repaint();
  }, [surface, answer, look, theme]);

  const codesHere = session.quotations.codesAt(session.edit.changes, selection);
  return (
    <section className="document-view edit-view" aria-label={t('editing:viewName', { name })}>
      <EditBar
        session={session}
        codes={codes}
        onUndo={() => surface?.undo()}
        onRedo={() => surface?.redo()}
        onSave={() => void saveEdit(session, surface?.selection().end ?? 0)}
        onDiscard={() => void discardEdit(session)}
        onJump={(place) => {
          surface?.select(place);
          surface?.focus();
        }}
      />
      {source && !session.isBasedOn(source.sha256) && (
        <Note
          icon={TriangleAlert}
          label={t('editing:title')}
          text={t('editing:changedElsewhere')}
          detail={t('editing:changedElsewhereDetail')}
          isWarning
        >
          <Button size="small" onClick={() => void navigator.clipboard.writeText(session.edit.text())}>
            {t('editing:copyText')}
          </Button>
        </Note>
      )}
      <div className="document-view__main">
        <div ref={scroller} className="document-scroller" data-testid="document-scroller">
          <div ref={page} className="document-page edit-page">
            <div
              ref={host}
              className={classNames(
                'document-text-host',
                session.start.columns?.isTight && 'has-tight-paragraphs',
              )}
            />
          </div>
        </div>
      </div>
      <EditFooter codeIds={codesHere} codes={codes} session={session} />
    </section>
  );
}
