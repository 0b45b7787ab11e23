import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { SourceId } from '../../../core/ids';
import { readingStore } from '../../app/reading-store';
import { themeStore, useTextZoom, useTheme } from '../../app/theme-store';
import { DocumentSurface } from '../../editor/document-surface';
import type { DocumentText } from '../../editor/model/document-text';
import { t } from '../../i18n';
import { focusBy } from '../../ui';
import { adjustStore } from '../coding/adjusting';
import { handleDocumentKey } from '../coding/document-keys';
import { type OpenDocument, registerDocument } from '../coding/open-documents';
import { paintedSoon } from '../coding/painting';
import { hasTurnNotes } from '../structure/use-structure';
import type { DocumentCodings } from './use-coding-model';
import type { DocumentViewStore, Moves } from './view-store';

export interface PaneElements {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly page: RefObject<HTMLDivElement | null>;
  readonly textHost: RefObject<HTMLDivElement | null>;
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly map: RefObject<HTMLCanvasElement | null>;
  readonly mapWindow: RefObject<HTMLDivElement | null>;
}

export interface UseSurfaceOptions {
  readonly sourceId: SourceId;
  readonly document: DocumentText;
  readonly name: string;
  readonly elements: PaneElements;
  readonly codings: DocumentCodings;
  readonly view: DocumentViewStore;
  readonly moves: Moves;
}

/** Kept free where the text is shown before its many codings are known: as many as there ever are. */
const lanesUnknown = 12;

/** Sets the document on the screen and keeps its painting true to codings, theme and zoom. */
export function useSurface(options: UseSurfaceOptions): OpenDocument | null {
  const { sourceId, document, name, elements, codings, view, moves } = options;
  const [open, setOpen] = useState<OpenDocument | null>(null);
  const answer = useRef(codings.answer);
  answer.current = codings.answer;
  const shownName = useRef(name);
  shownName.current = name;
  const theme = useTheme();
  const zoom = useTextZoom();
  const { model } = codings;
  const firstModel = useRef(model);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements live as long as the component
  useLayoutEffect(() => {
    const { scroller, page, textHost, layer, map, mapWindow } = elements;
    if (!scroller.current || !page.current || !textHost.current || !layer.current) return;
    if (!map.current || !mapWindow.current) return;
    // What is selected next comes from whatever was used last.
    let isByKeys = true;
    const usePointerNow = () => {
      isByKeys = false;
    };
    scroller.current.addEventListener('pointerdown', usePointerNow, true);
    const surface = new DocumentSurface({
      elements: {
        scroller: scroller.current,
        page: page.current,
        textHost: textHost.current,
        layer: layer.current,
        minimap: { canvas: map.current, window: mapWindow.current },
      },
      document,
      name: shownName.current,
      theme: themeStore.getState().theme,
      look: readingStore.getState(),
      beside: {
        hasLeftNotes: hasTurnNotes(sourceId),
        lanes: firstModel.current?.lanes.count ?? lanesUnknown,
      },
      words: {
        more: (count) => t('document:more', { count }),
        bare: (hasMemo) => t(hasMemo ? 'document:bareMemo' : 'document:bareMark'),
      },
      onSelection: (selection) => view.setState({ selection, isByMouse: !isByKeys }),
      onKeyDown: (event) => {
        if (event.key === 'Escape' && !event.isComposing && dismiss(view, opened)) return true;
        // Held modifiers are no step by keyboard yet: they come before a click, too.
        if (!/^(?:Control|Shift|Alt|Meta)$/.test(event.key)) isByKeys = true;
        return handleDocumentKey(event, opened);
      },
      onMove: moves.tell,
    });
    const opened: OpenDocument = { sourceId, surface, codings: () => answer.current };
    focusBy(surface.textElement, () => surface.focus());
    const unregister = registerDocument(opened);
    setOpen(opened);
    const pointed = scroller.current;
    return () => {
      pointed.removeEventListener('pointerdown', usePointerNow, true);
      unregister();
      surface.destroy();
    };
  }, [sourceId, document, view, moves]);

  useLayoutEffect(() => open?.surface.setName(name), [open, name]);

  useLayoutEffect(() => {
    if (!open || !model) return;
    open.surface.setModel(model);
    paintedSoon();
  }, [open, model]);

  useLayoutEffect(() => open?.surface.setTheme(theme), [open, theme]);
  const { measure, numbers } = readingStore();
  useLayoutEffect(() => open?.surface.setLook({ measure, numbers }), [open, measure, numbers]);
  const shownZoom = useRef(zoom);
  useLayoutEffect(() => {
    // The style sheet has followed the zoom by itself; the columns follow here.
    if (shownZoom.current !== zoom) open?.surface.relayout();
    shownZoom.current = zoom;
  }, [open, zoom]);
  return open;
}

/** Escape puts away what floats at the selection, then the selection itself; true when there was something. */
function dismiss(view: DocumentViewStore, { surface }: OpenDocument): boolean {
  const { selection, dismissed } = view.getState();
  if (adjustStore.getState().now || selection.start === selection.end) return false;
  if (
    dismissed !== selection &&
    surface.textElement.closest('.document-view')?.querySelector('.selection-toolbar')
  ) {
    view.setState({ dismissed: selection });
    return true;
  }
  const caret = surface.caret();
  surface.select({ start: caret, end: caret }, { scroll: false });
  return true;
}
