import { type RefObject, useLayoutEffect, useRef } from 'react';
import { inspect, inspectorStore } from '../../app/inspector-store';
import type { CodingModel } from '../../editor/paint/coding-model';
import type { OpenDocument } from '../coding/open-documents';
import type { DocumentViewStore } from './view-store';

export interface UsePointerOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly open: OpenDocument | null;
  readonly model: CodingModel | null;
  readonly view: DocumentViewStore;
  /** Takes where a menu was asked for, client coordinates. */
  readonly menuPoint: RefObject<{ x: number; y: number }>;
}

/**
 * The pointer over text and margin. There is no element for a coding or a bare quotation, so the model is asked what lies there: under
 * the pointer exactly one coding is emphasised, and a click shows it in the inspector. The inspected quotation
 * stays emphasised in the margin.
 */
export function usePointer({ scroller, open, model, view, menuPoint }: UsePointerOptions): void {
  const inspected = inspectorStore((store) => store.inspected);
  const hovered = useRef<string | null>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !open || !model) return;
    const { surface } = open;
    const chosen = new Set<string>();
    if (inspected.kind === 'quotation') {
      for (let place = 0; place < model.store.size; place += 1) {
        if (model.quotationId(place) === inspected.id) chosen.add(model.id(place));
      }
    }
    const show = () => {
      const inText = new Set(hovered.current === null ? [] : [hovered.current]);
      surface.emphasise(new Set([...chosen, ...inText]), inText);
    };
    const hover = (id: string | null) => {
      if (id === hovered.current) return;
      hovered.current = id;
      show();
    };
    show();

    let frame = 0;
    let last: PointerEvent | null = null;
    const look = () => {
      frame = 0;
      if (last?.buttons !== 0) return;
      const [place] = surface.codingsAtPoint(last.clientX, last.clientY);
      hover(place === undefined ? null : model.id(place));
      element.classList.toggle('is-over-bracket', place !== undefined && !isInText(last.target));
    };
    const onMove = (event: PointerEvent) => {
      last = event;
      frame ||= requestAnimationFrame(look);
    };
    const onLeave = () => {
      last = null;
      hover(null);
    };
    const onDown = (event: PointerEvent) => {
      // A press in the margin leaves caret and focus where they are.
      if (!isInText(event.target) && event.button === 0) event.preventDefault();
      if (isInText(event.target)) view.setState({ isByMouse: true, isPressed: true });
    };
    const onMouseDown = (event: MouseEvent) => {
      if (!isInText(event.target)) event.preventDefault();
    };
    const onUp = () => view.setState({ isPressed: false });
    const onClick = (event: MouseEvent) => {
      // The browser's own selection: the editor hears of what a press has ended only after the click.
      const hasSelected = window.getSelection()?.isCollapsed === false;
      if (event.detail > 1 || (isInText(event.target) && hasSelected)) return;
      const places = surface.codingsAtPoint(event.clientX, event.clientY);
      const current = places.findIndex((place) => chosen.has(model.id(place)));
      const id = model.quotationId(places[(current + 1) % Math.max(1, places.length)] ?? -1);
      if (id) inspect({ kind: 'quotation', id });
    };
    const onMenu = (event: MouseEvent) => {
      menuPoint.current = { x: event.clientX, y: event.clientY };
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
      element.removeEventListener('contextmenu', onMenu, true);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('mousedown', onMouseDown);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
      element.removeEventListener('click', onClick);
    };
  }, [scroller, open, model, view, menuPoint, inspected]);
}

function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.document-text') !== null;
}
