import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { SourceId } from '../../../core/ids';
import { themeStore, useTextZoom, useTheme } from '../../app/theme-store';
import { DocumentSurface } from '../../editor/document-surface';
import type { DocumentText } from '../../editor/model/document-text';
import { t } from '../../i18n';
import { handleDocumentKey } from '../coding/document-keys';
import { type OpenDocument, registerDocument } from '../coding/open-documents';
import { paintedSoon } from '../coding/painting';
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements live as long as the component
  useLayoutEffect(() => {
    const { scroller, page, textHost, layer, map, mapWindow } = elements;
    if (!scroller.current || !page.current || !textHost.current || !layer.current) return;
    if (!map.current || !mapWindow.current) return;
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
      words: {
        more: (count) => t('document:more', { count }),
        bare: (hasMemo) => t(hasMemo ? 'document:bareMemo' : 'document:bareMark'),
      },
      onSelection: (selection) => view.setState({ selection }),
      onKeyDown: (event) => {
        view.setState({ isByMouse: false });
        return handleDocumentKey(event, opened);
      },
      onMove: moves.tell,
    });
    const opened: OpenDocument = { sourceId, surface, codings: () => answer.current };
    const unregister = registerDocument(opened);
    setOpen(opened);
    return () => {
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
  const shownZoom = useRef(zoom);
  useLayoutEffect(() => {
    // The style sheet has followed the zoom by itself; the columns follow here.
    if (shownZoom.current !== zoom) open?.surface.relayout();
    shownZoom.current = zoom;
  }, [open, zoom]);
  return open;
}
