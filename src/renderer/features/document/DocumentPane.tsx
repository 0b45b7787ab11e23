import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { codingsOn, quotationAt, quotationOf, rowOf } from '../../../core/document-marks';
import type { QuotationId, SourceId } from '../../../core/ids';
import { canChange } from '../../actions/action';
import { inspectorStore } from '../../app/inspector-store';
import { workspaceStore } from '../../app/workspace-store';
import { heldAnswer, useSession } from '../../client';
import '../../editor/document.css';
import type { DocumentText } from '../../editor/model/document-text';
import { findTitleLines } from '../../editor/model/title-line';
import { useTranslation } from '../../i18n';
import { ContextMenu, classNames } from '../../ui';
import { AdjustBar } from '../coding/AdjustBar';
import { adjustStore, adjustTo } from '../coding/adjusting';
import { announcementStore } from '../coding/announcements';
import { CodePalette } from '../coding/CodePalette';
import { CodingPick } from '../coding/CodingPick';
import { codePaletteStore } from '../coding/code-palette-store';
import { resizeQuotation } from '../coding/coding-commands';
import { NearPassage } from '../coding/NearPassage';
import type { OpenDocument } from '../coding/open-documents';
import { trimSpan } from '../coding/passage';
import { recentCodesStore, recentHere } from '../coding/recent-codes';
import { SelectionToolbar } from '../coding/SelectionToolbar';
import { useCodes } from '../coding/use-codes';
import { DraftNote } from '../editing/DraftNote';
import { FindBar } from '../find/FindBar';
import { useSpeakerMarks, useTurnNotes } from '../structure/use-structure';
import { CodingsList } from './CodingsList';
import { DocumentFooter } from './DocumentFooter';
import { documentMenu } from './document-menu';
import { minimapPointer } from './minimap-pointer';
import { ReadingMark } from './ReadingMark';
import { ResizeHandles } from './ResizeHandles';
import { useCodeDrop } from './use-code-drop';
import { type DocumentCodings, useCodingModel } from './use-coding-model';
import { useEmphasis } from './use-emphasis';
import { useHeldSelection } from './use-held-selection';
import { usePointer } from './use-pointer';
import { useReadingPlace } from './use-reading-place';
import { useReveal } from './use-reveal';
import { useSettledSelection } from './use-settled-selection';
import { useSurface } from './use-surface';
import { useWordsDrag } from './use-words-drag';
import { createViewStore, type DocumentViewStore, Moves } from './view-store';

export interface DocumentPaneProps {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly document: DocumentText;
  /** Of the text. */
  readonly sha256: string;
}

/** Text, margin and minimap of one document, and what floats over them. */
export function DocumentPane({ sourceId, name, document, sha256 }: DocumentPaneProps) {
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
  const codings = useCodingModel(sourceId, document, sha256);
  const open = useSurface({ sourceId, document, name, elements, codings, view, moves });
  const isChangeable = canChange({ session: useSession(), activeTab: null });
  const point = useRef<{ x: number; y: number } | null>(null);
  const hasOwnTitle = useMemo(() => findTitleLines(document, name) !== null, [document, name]);
  const isTight = useMemo(() => hasFewBlankLines(document), [document]);
  useReadingPlace(sourceId, open, view);
  useReveal(sourceId, open);
  useEmphasis(open, codings.model, view);
  useTurnNotes(open, sourceId);
  useSpeakerMarks(open, sourceId);
  useHeldSelection(open, view);
  usePointer({ scroller: elements.scroller, open, model: codings.model, view, menuPoint: point });
  useCodeDrop(elements.scroller, open, codings.model);
  useWordsDrag(elements.scroller, open);
  const pointer = minimapPointer((y) => open?.surface.scrollToMinimap(y));

  const menu = () => {
    if (!open) return [];
    const recent = recentHere(open, heldAnswer('codes.tree', {}) ?? []);
    return documentMenu({
      open,
      model: codings.model,
      recent,
      point: point.current,
      canChange: isChangeable,
    });
  };
  return (
    <section className="document-view" aria-label={name}>
      <DraftNote sourceId={sourceId} />
      {open && <FindBar open={open} />}
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
              {open && <ReadingMark open={open} view={view} onMove={moves.listen} />}
              {open && isChangeable && (
                <InspectedHandles open={open} view={view} moves={moves} codings={codings} />
              )}
            </div>
          </div>
        </ContextMenu>
        <div className="document-minimap" aria-hidden {...pointer}>
          <canvas ref={elements.map} />
          <div ref={elements.mapWindow} className="document-minimap-window" />
        </div>
        {open && codings.model && <CodingsList open={open} model={codings.model} />}
        {open && isChangeable && <Floating open={open} view={view} moves={moves} codings={codings} />}
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

/** What floats over the text. */
interface FloatingProps {
  readonly open: OpenDocument;
  readonly view: DocumentViewStore;
  readonly moves: Moves;
  readonly codings: DocumentCodings;
}

function InspectedHandles({ open, view, moves, codings }: FloatingProps) {
  const inspected = inspectorStore((store) => store.inspected);
  const adjusting = adjustStore((store) => store.now);
  if (adjusting?.sourceId === open.sourceId) {
    const { span } = adjusting;
    return (
      <ResizeHandles
        open={open}
        span={span}
        onResize={(next, edge) => adjustTo(open, next, edge)}
        onMove={moves.listen}
      />
    );
  }
  if (inspected.kind !== 'quotation') return null;
  return <QuotationHandles open={open} view={view} moves={moves} codings={codings} id={inspected.id} />;
}

interface QuotationHandlesProps extends FloatingProps {
  readonly id: QuotationId;
}

function QuotationHandles({ open, view, moves, codings, id }: QuotationHandlesProps) {
  const selected = useStore(view, (store) => store.selection);
  const marks = codings.answer;
  // The same object as long as it stands where it stood: handles need not be placed anew.
  const quotation = useMemo(() => {
    const row = rowOf(marks.quotations.ids, id);
    return row < 0 ? null : quotationAt(marks, row);
  }, [marks, id]);
  if (!quotation) return null;
  // While another passage is selected, they would be taken for its ends.
  const isSelected = selected.start === quotation.start && selected.end === quotation.end;
  if (!isSelected && selected.start !== selected.end) return null;
  return (
    <ResizeHandles
      open={open}
      span={quotation}
      onResize={(span) => void resizeQuotation(quotation.id, span)}
      onMove={moves.listen}
    />
  );
}

/** The toolbar at the selection, or what takes its place while something is chosen or moved. */
function Floating({ open, view, moves, codings }: FloatingProps) {
  const { task, query } = codePaletteStore();
  const adjusting = adjustStore((store) => store.now);
  const codes = useCodes();
  // The recent codes stand first: their order is asked for anew when one was applied.
  recentCodesStore((store) => store.recent);
  const settled = useSettledSelection(view);
  const { selection, isByMouse, dismissed } = useStore(view);
  const recent = recentHere(open, codes);
  const passage = useMemo(
    () => settled && trimSpan(open.surface.document.slice(settled.start, settled.end), settled),
    [open, settled],
  );
  if (task?.sourceId === open.sourceId) {
    const key = `${task.kind} ${task.span.start} ${task.span.end}`;
    if (task.kind === 'pick') return <CodingPick key={key} document={open} task={task} />;
    return <CodePalette key={key} document={open} task={task} initialQuery={query} recent={recent} />;
  }
  if (adjusting?.sourceId === open.sourceId)
    return <AdjustBar document={open} now={adjusting} onMove={moves.listen} />;
  // Whoever reads by keyboard has all of it under keys, and needs the line above.
  if (!isByMouse || !passage || settled !== selection || dismissed === selection) return null;
  const quotation = quotationOf(codings.answer, passage);
  const here = quotation < 0 ? [] : codingsOn(codings.answer, quotation);
  const toolbar = (
    <SelectionToolbar document={open} span={passage} recent={recent} here={here} onMove={moves.listen} />
  );
  if (quotation < 0) return toolbar;
  return (
    <NearPassage document={open} span={passage}>
      {toolbar}
    </NearPassage>
  );
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

/** Paragraphs follow each other without empty lines: then the view has to set them apart. */
function hasFewBlankLines(document: DocumentText): boolean {
  const blank = document.lineCount - document.paragraphsBefore(document.lineCount);
  return document.lineCount > 3 && blank < document.lineCount * 0.12;
}
