import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CodeRow } from '../../../contract/queries';
import type { SourceId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import { canChange } from '../../actions/action';
import { inspectorStore } from '../../app/inspector-store';
import { workspaceStore } from '../../app/workspace-store';
import { useSession } from '../../client';
import '../../editor/document.css';
import type { DocumentText } from '../../editor/model/document-text';
import { findTitleLines } from '../../editor/model/title-line';
import { useTranslation } from '../../i18n';
import { ContextMenu, classNames } from '../../ui';
import { announcementStore } from '../coding/announcements';
import { CodePalette } from '../coding/CodePalette';
import { codePaletteStore } from '../coding/code-palette-store';
import type { OpenDocument } from '../coding/open-documents';
import { recentCodes, recentCodesStore } from '../coding/recent-codes';
import { SelectionToolbar } from '../coding/SelectionToolbar';
import { useCodes } from '../coding/use-codes';
import { DocumentFooter } from './DocumentFooter';
import { documentMenu } from './document-menu';
import { ResizeHandles } from './ResizeHandles';
import { useCodeDrop } from './use-code-drop';
import { type DocumentCodings, useCodingModel } from './use-coding-model';
import { useMinimapPointer } from './use-minimap-pointer';
import { usePointer } from './use-pointer';
import { useReveal } from './use-reveal';
import { useSettledSelection } from './use-settled-selection';
import { useSurface } from './use-surface';
import { createViewStore, type DocumentViewStore, Moves } from './view-store';

export interface DocumentPaneProps {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly document: DocumentText;
}

/** Text, margin and minimap of one document, and what floats over them. */
export function DocumentPane({ sourceId, name, document }: DocumentPaneProps) {
  const { t } = useTranslation();
  const elements = {
    scroller: useRef<HTMLDivElement>(null),
    page: useRef<HTMLDivElement>(null),
    textHost: useRef<HTMLDivElement>(null),
    layer: useRef<HTMLDivElement>(null),
    map: useRef<HTMLCanvasElement>(null),
    mapWindow: useRef<HTMLDivElement>(null),
  };
  const [view] = useState(createViewStore);
  const [moves] = useState(() => new Moves());
  const codings = useCodingModel(sourceId, document);
  const open = useSurface({ sourceId, document, name, elements, codings, view, moves });
  const recent = useRecent(codings.answer.codings);
  const isChangeable = canChange({ session: useSession(), activeTab: null });
  const point = useRef({ x: 0, y: 0 });
  const hasOwnTitle = useMemo(() => findTitleLines(document, name) !== null, [document, name]);
  const isTight = useMemo(() => hasFewBlankLines(document), [document]);
  useReveal(sourceId, open);
  usePointer({ scroller: elements.scroller, open, model: codings.model, view, menuPoint: point });
  useCodeDrop(elements.scroller, open, codings.model);
  const minimapPointer = useMinimapPointer(open);

  const menu = () =>
    open
      ? documentMenu({ open, model: codings.model, recent, point: point.current, canChange: isChangeable })
      : [];
  return (
    <section className="document-view" aria-label={name}>
      <div className="document-view__main">
        <ContextMenu items={menu}>
          <div ref={elements.scroller} className="document-scroller" data-testid="document-scroller">
            <div ref={elements.page} className="document-page">
              <div ref={elements.layer} className="document-layer" aria-hidden />
              {!hasOwnTitle && <h2 className="document-title">{name}</h2>}
              <div
                ref={elements.textHost}
                className={classNames('document-text-host', isTight && 'has-tight-paragraphs')}
              />
              {open && isChangeable && <InspectedHandles open={open} moves={moves} codings={codings} />}
            </div>
          </div>
        </ContextMenu>
        <div className="document-minimap" aria-hidden {...minimapPointer}>
          <canvas ref={elements.map} />
          <div ref={elements.mapWindow} className="document-minimap-window" />
        </div>
        {open && isChangeable && <Floating open={open} view={view} moves={moves} recent={recent} />}
      </div>
      {open && codings.model && (
        <DocumentFooter
          open={open}
          model={codings.model}
          hiddenCount={codings.hiddenCount}
          view={view}
          canChange={isChangeable}
        />
      )}
      <Announcements sourceId={sourceId} label={t('document:announcements')} />
    </section>
  );
}

interface InspectedHandlesProps {
  readonly open: OpenDocument;
  readonly moves: Moves;
  readonly codings: DocumentCodings;
}

function InspectedHandles({ open, moves, codings }: InspectedHandlesProps) {
  const inspected = inspectorStore((store) => store.inspected);
  if (inspected.kind !== 'quotation') return null;
  const quotation = codings.answer.quotations.find(({ id }) => id === inspected.id);
  return quotation ? <ResizeHandles open={open} quotation={quotation} onMove={moves.listen} /> : null;
}

interface FloatingProps {
  readonly open: OpenDocument;
  readonly view: DocumentViewStore;
  readonly moves: Moves;
  readonly recent: readonly CodeRow[];
}

/** The toolbar at the selection, or the palette in its place. */
function Floating({ open, view, moves, recent }: FloatingProps) {
  const { task, query } = codePaletteStore();
  const settled = useSettledSelection(view);
  const { selection, isByMouse } = useStore(view);
  const isDone = useIsDone(open, settled);
  if (task?.sourceId === open.sourceId) {
    const key = `${task.kind} ${task.span.start} ${task.span.end}`;
    return <CodePalette key={key} document={open} task={task} initialQuery={query} recent={recent} />;
  }
  if (!settled || settled !== selection || isDone) return null;
  if (!isByMouse && isQuotation(open, settled)) return null;
  return <SelectionToolbar document={open} span={settled} recent={recent} onMove={moves.listen} />;
}

/** A passage that was just coded, or stepped to by keyboard: the inspector has it, the text may be seen. */
function isQuotation({ codings }: OpenDocument, span: TextSpan): boolean {
  return codings().quotations.some(({ start, end }) => start === span.start && end === span.end);
}

/** Something was done to the passage since it was selected: what was wanted is there, and the text may be seen. */
function useIsDone({ codings }: OpenDocument, span: TextSpan | null): boolean {
  const before = useRef<{ readonly span: TextSpan | null; readonly marks: number }>({ span: null, marks: 0 });
  const { codings: all, quotations } = codings();
  const isHere = ({ start, end }: TextSpan) => start === span?.start && end === span.end;
  const marks = all.filter(isHere).length + quotations.filter(isHere).length;
  if (before.current.span !== span) before.current = { span, marks };
  return marks > before.current.marks;
}

/** One voice for the whole window: the document in front speaks. */
function Announcements({ sourceId, label }: { readonly sourceId: SourceId; readonly label: string }) {
  const { text, count } = announcementStore();
  const isInFront = workspaceStore(
    ({ activeTab }) => activeTab?.kind === 'document' && activeTab.sourceId === sourceId,
  );
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-label={label}>
      {isInFront && <span key={count}>{text}</span>}
    </div>
  );
}

function useRecent(codings: Parameters<typeof recentCodes>[1]): readonly CodeRow[] {
  const codes = useCodes();
  const session = recentCodesStore((store) => store.recent);
  return useMemo(() => recentCodes(session, codings, codes), [session, codings, codes]);
}

/** Paragraphs follow each other without empty lines: then the view has to set them apart. */
function hasFewBlankLines(document: DocumentText): boolean {
  const blank = document.lineCount - document.paragraphsBefore(document.lineCount);
  return document.lineCount > 3 && blank < document.lineCount * 0.12;
}
