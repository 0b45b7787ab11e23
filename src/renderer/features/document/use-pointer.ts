import { type RefObject, useLayoutEffect, useRef } from 'react';
import { emphasise } from '../../app/emphasis-store';
import { inspect, inspectorStore } from '../../app/inspector-store';
import type { CodingModel } from '../../editor/paint/coding-model';
import { t } from '../../i18n';
import { openCodingMemo, openPassageMemo } from '../coding/coding-commands';
import type { OpenDocument } from '../coding/open-documents';
import { codingsListStore, openCodingsList } from './codings-list-store';
import type { DocumentViewStore } from './view-store';

export interface UsePointerOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly open: OpenDocument | null;
  readonly model: CodingModel | null;
  readonly view: DocumentViewStore;
  /** Takes where a menu was asked for by mouse, client coordinates. */
  readonly menuPoint: RefObject<{ x: number; y: number } | null>;
}

/** Milliseconds that the pointer rests on a “+n” before its list comes. */
const rest = 220;

/**
 * The pointer over text and margin. There is no element for a coding or a bare quotation, so the model is asked what
 * lies there: under the pointer exactly one coding is emphasised, a click shows it in the inspector, and a “+n” opens
 * the list of what it stands for.
 */
export function usePointer({ scroller, open, model, view, menuPoint }: UsePointerOptions): void {
  const inspected = inspectorStore((store) => store.inspected);
  // Not to be set up anew with each coding that is shown.
  const shown = useRef(inspected);
  shown.current = inspected;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !open || !model) return;
    const { surface, sourceId } = open;
    let frame = 0;
    let resting = 0;
    let last: PointerEvent | null = null;
    let lastClicked = '';
    let isOnSelected = false;
    const list = (ids: readonly string[], at: DOMRect, isHovered: boolean) =>
      openCodingsList({ sourceId, ids, at, isHovered });
    const look = () => {
      frame = 0;
      window.clearTimeout(resting);
      if (last?.buttons !== 0) return;
      const { clientX, clientY, target } = last;
      const hit = isInText(target) ? null : surface.marginAtPoint(clientX, clientY);
      if (hit?.kind === 'fold') {
        const { ids, element: sign } = hit;
        resting = window.setTimeout(() => {
          if (!codingsListStore.getState().list) list(ids, sign.getBoundingClientRect(), true);
        }, rest);
        element.classList.add('is-over-bracket');
        element.title = '';
        if (!codingsListStore.getState().list) emphasise(null);
        return;
      }
      const [place] = surface.codingsAtPoint(clientX, clientY);
      if (!codingsListStore.getState().list) emphasise(place === undefined ? null : model.id(place));
      const bracket = isInText(target) ? undefined : place;
      element.classList.toggle('is-over-bracket', bracket !== undefined);
      // Its name may have no room, or stand where the coding begins, far above.
      const path = bracket === undefined ? undefined : model.code(bracket)?.path;
      element.title = (hit?.kind === 'memo' ? memoTitle(hit.on, path) : path) ?? noteTitle(last);
    };
    // It may have no room for all its words.
    const noteTitle = ({ clientX, clientY, target }: PointerEvent) => {
      const note = isInText(target) ? null : surface.leftNoteAtPoint(clientX, clientY);
      return note ? [note.text, note.time ?? ''].join('\n').trim() : '';
    };
    const onMove = (event: PointerEvent) => {
      last = event;
      frame ||= requestAnimationFrame(look);
    };
    const onLeave = () => {
      last = null;
      element.title = '';
      window.clearTimeout(resting);
      if (!codingsListStore.getState().list) emphasise(null);
    };
    const onDown = (event: PointerEvent) => {
      // A press in the margin leaves caret and focus where they are.
      if (!isInText(event.target) && event.button === 0) event.preventDefault();
      if (isInText(event.target)) view.setState({ isByMouse: true, isPressed: true });
      isOnSelected = !event.shiftKey && isOnSelection(event);
    };
    const onMouseDown = (event: MouseEvent) => {
      if (!isInText(event.target)) event.preventDefault();
    };
    const onUp = () => view.setState({ isPressed: false });
    const onClick = (event: MouseEvent) => {
      // The browser's own selection: the editor hears of what a press has ended only after the click. A press on what
      // is selected selects nothing, but could have begun to drag it: the selection ends after the click, too.
      const hasSelected = !isOnSelected && window.getSelection()?.isCollapsed === false;
      if (event.detail > 1 || (isInText(event.target) && hasSelected)) return;
      const hit = isInText(event.target) ? null : surface.marginAtPoint(event.clientX, event.clientY);
      if (hit?.kind === 'fold') {
        window.clearTimeout(resting);
        list(hit.ids, hit.element.getBoundingClientRect(), false);
        return;
      }
      const places = surface.codingsAtPoint(event.clientX, event.clientY);
      if (hit?.kind === 'memo') {
        const place = places[0] ?? -1;
        const coding = model.coding(place);
        const quotation = model.quotationId(place);
        if (hit.on === 'coding' && coding) openCodingMemo(coding);
        else if (quotation) openPassageMemo(quotation);
        return;
      }
      // The shortest first; the next one only where what is clicked again was clicked before.
      const clicked = places.map((place) => model.id(place)).join();
      const from = clicked === lastClicked ? chosenAmong(places) + 1 : 0;
      lastClicked = clicked;
      const next = places[from % Math.max(1, places.length)] ?? -1;
      const id = model.quotationId(next);
      if (id) inspect({ kind: 'quotation', id, codingId: model.coding(next)?.id });
    };
    const chosenAmong = (places: readonly number[]) => {
      const now = shown.current;
      if (now.kind !== 'quotation') return -1;
      const exact = now.codingId ? places.findIndex((place) => model.id(place) === now.codingId) : -1;
      return exact >= 0 ? exact : places.findLastIndex((place) => model.quotationId(place) === now.id);
    };
    const onMenu = (event: MouseEvent) => {
      const isByMouse = event.button === 2 || event.ctrlKey;
      menuPoint.current = isByMouse ? { x: event.clientX, y: event.clientY } : null;
    };
    element.addEventListener('contextmenu', onMenu, true);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('mousedown', onMouseDown);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onUp);
    element.addEventListener('click', onClick);
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(resting);
      element.removeEventListener('contextmenu', onMenu, true);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('mousedown', onMouseDown);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
      element.removeEventListener('click', onClick);
    };
  }, [scroller, open, model, view, menuPoint]);
}

function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.document-text') !== null;
}

/** Whether a point lies on the browser's selection. */
function isOnSelection({ clientX, clientY }: PointerEvent): boolean {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  const caret = document.caretRangeFromPoint(clientX, clientY);
  return caret !== null && selection.getRangeAt(0).isPointInRange(caret.startContainer, caret.startOffset);
}

function memoTitle(on: 'coding' | 'quotation', code: string | undefined): string {
  return on === 'coding' ? t('memos:onCoding', { code }) : t('coding:memo');
}
