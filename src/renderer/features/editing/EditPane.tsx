import { TriangleAlert } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { matchesShortcut } from '../../actions/shortcut-match';
import { readingStore } from '../../app/reading-store';
import { useTextZoom, useTheme } from '../../app/theme-store';
import { shell, useEngineQuery } from '../../client';
import '../../editor/document.css';
import { EditMinimap } from '../../editor/editing/edit-minimap';
import { EditSurface } from '../../editor/editing/edit-surface';
import { LiveModel } from '../../editor/editing/live-model';
import { layOutColumns, type PageColumns } from '../../editor/paint/page-columns';
import { useTranslation } from '../../i18n';
import { Button, classNames } from '../../ui';
import { usePaintedCodes } from '../coding/use-codes';
import { minimapPointer } from '../document/minimap-pointer';
import { useCodingModel } from '../document/use-coding-model';
import { turnNotes } from '../structure/turn-notes';
import { useSegments } from '../structure/use-structure';
import { Note } from '../writer/Note';
import { EditBar } from './EditBar';
import { EditFindBar } from './EditFindBar';
import { EditFooter } from './EditFooter';
import './EditPane.css';
import { carryEditOver } from './carrying';
import type { EditSession } from './edit-session';
import { discardEdit, saveEdit, tellWhereLeft } from './finish-editing';

const isMac = shell.platform === 'darwin';
/** Milliseconds after which hits that follow the typing are on the map, too. */
const hitsOnMap = 150;

/** The text of a document while it is corrected: typed in, with its codings going along. */
export function EditPane({ session }: { readonly session: EditSession }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLCanvasElement>(null);
  const mapWindow = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<EditSurface | null>(null);
  const [minimap, setMinimap] = useState<EditMinimap | null>(null);
  const [columns, setColumns] = useState<PageColumns | null>(null);
  const [height, setHeight] = useState(0);
  const [selection, setSelection] = useState({ start: 0, end: 0 });
  useSyncExternalStore(session.subscribe, session.read);
  const { data: source } = useEngineQuery('source.text', { id: session.sourceId });
  const { document: base, sha256 } = session.base;
  const { answer, model } = useCodingModel(session.sourceId, base, sha256);
  const name = source?.source.name ?? '';
  const codes = usePaintedCodes();
  const theme = useTheme();
  const zoom = useTextZoom();
  const { measure, numbers } = readingStore();
  const segments = useSegments(session.sourceId);
  const notes = useMemo(() => turnNotes(segments), [segments]);
  const live = useMemo(() => model && new LiveModel(model, base.positions, notes), [model, base, notes]);
  const shownLive = useRef(live);
  // Where the saved text is another by now, the codings stay those of the text with which the edit began.
  shownLive.current = live ?? shownLive.current;
  const lanes = model?.lanes.count ?? 1;
  const hasLeftNotes = notes.length > 0;

  useEffect(() => {
    session.isShown = true;
    return () => {
      session.isShown = false;
      tellWhereLeft(session);
    };
  }, [session]);
  useLayoutEffect(() => {
    session.takeQuotations(answer);
  }, [session, answer]);

  // Before the text is there: asking how wide the page is would lay out all of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another zoom the columns are others
  useLayoutEffect(() => {
    const set = () => {
      const { current: box } = scroller;
      if (!box || !page.current || !host.current || box.clientWidth === 0) return;
      const em = Number.parseFloat(getComputedStyle(host.current).fontSize) || 17;
      const width = box.clientWidth;
      const { columns: read } = session;
      // As when it was read: then each word stays where it was.
      const isAsRead = read?.width === width && read.em === em && read.measure === measure;
      const next = isAsRead
        ? read.columns
        : layOutColumns({ width, em, deepest: lanes, measure, hasLeftNotes });
      page.current.style.setProperty('--text-left', `${next.textLeft}px`);
      page.current.style.setProperty('--text-width', `${next.textWidth}px`);
      page.current.style.setProperty('--characters-per-row', String(Math.round(next.charactersPerRow)));
      setColumns(next);
      setHeight(box.clientHeight);
    };
    set();
    const resizes = new ResizeObserver(set);
    if (scroller.current) resizes.observe(scroller.current);
    return () => resizes.disconnect();
  }, [session, zoom, measure, lanes, hasLeftNotes]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name alone must not set the text anew
  useLayoutEffect(() => {
    if (!scroller.current || !host.current || !page.current || !layer.current) return;
    if (!map.current || !mapWindow.current) return;
    const { edit } = session;
    const glance = new EditMinimap(
      { canvas: map.current, window: mapWindow.current },
      base,
      () => edit.changes,
    );
    const element = host.current.appendChild(window.document.createElement('div'));
    const save = () => void saveEdit(session, made.selection().end);
    const made = new EditSurface({
      edit,
      element,
      scroller: scroller.current,
      page: page.current,
      layer: layer.current,
      name: t('editing:textName', { name }),
      words: {
        more: (count) => t('document:more', { count }),
        bare: (hasMemo) => t(hasMemo ? 'document:bareMemo' : 'document:bareMark'),
      },
      marks: () => shownLive.current?.at(edit.changes) ?? null,
      onChange: session.typed,
      onView: (view) => glance.showView(view),
      onSelection: () => setSelection(made.selection()),
      onKeyDown: (event) => {
        if (!matchesShortcut(event, 'Mod+S', isMac)) return false;
        save();
        return true;
      },
    });
    setSurface(made);
    setMinimap(glance);
    session.find.showOn(made);
    made.startAt(session.start, () => !session.find.store.getState().isOpen);
    return () => {
      session.find.showOn(null);
      session.start = made.place() ?? session.start;
      setSurface(null);
      setMinimap(null);
      made.destroy();
      glance.destroy();
      element.remove();
    };
  }, [session, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is painted has changed
  useLayoutEffect(() => {
    if (!columns) return;
    surface?.setLook({ columns, theme, numbers });
    minimap?.setAppearance(height, theme);
  }, [surface, minimap, live, columns, height, theme, numbers]);
  useLayoutEffect(() => {
    if (model) minimap?.setModel(model);
  }, [minimap, model]);
  const hits = useStore(session.find.store, ({ isOpen, spans }) => (isOpen ? spans : null));
  useEffect(() => {
    const timer = setTimeout(() => minimap?.setFound(hits), hitsOnMap);
    return () => clearTimeout(timer);
  }, [minimap, hits]);

  const pointer = minimapPointer((y) => {
    if (minimap) void surface?.scrollTo(minimap.offsetAt(y));
  });
  const isOutdated = source !== undefined && !session.isBasedOn(source.sha256);
  const codesHere = session.quotations.codesAt(session.edit.changes, selection);
  return (
    <section className="document-view edit-view" aria-label={t('editing:viewName', { name })}>
      <EditBar
        session={session}
        codes={codes}
        canSave={!isOutdated}
        onUndo={() => surface?.undo()}
        onRedo={() => surface?.redo()}
        onSave={() => void saveEdit(session, surface?.selection().end ?? 0)}
        onDiscard={() => void discardEdit(session)}
        onJump={(place) => {
          surface?.select(place);
          surface?.focus();
        }}
      />
      {isOutdated && (
        <Note
          icon={TriangleAlert}
          label={t('editing:title')}
          text={t('editing:changedElsewhere')}
          detail={t('editing:changedElsewhereDetail')}
          isWarning
        >
          <Button size="small" variant="primary" onClick={() => void carryEditOver(session)}>
            {t('editing:carry.over')}
          </Button>
          <Button size="small" onClick={() => void navigator.clipboard.writeText(session.edit.text())}>
            {t('editing:copyText')}
          </Button>
        </Note>
      )}
      <EditFindBar find={session.find} />
      <div className="document-view__main">
        <div ref={scroller} className="document-scroller" data-testid="document-scroller">
          <div ref={page} className="document-page edit-page">
            <div ref={layer} className="document-layer" aria-hidden />
            <div
              ref={host}
              className={classNames('document-text-host', session.columns?.isTight && 'has-tight-paragraphs')}
            />
          </div>
        </div>
        <div className="document-minimap" aria-hidden {...pointer}>
          <canvas ref={map} />
          <div ref={mapWindow} className="document-minimap-window" />
        </div>
      </div>
      <EditFooter codeIds={codesHere} codes={codes} session={session} />
    </section>
  );
}
