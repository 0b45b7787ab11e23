import { type RefObject, useEffect } from 'react';
import type { CodeId, SourceId } from '../../../core/ids';
import { heldAnswer } from '../../client';
import { applyCodes } from './coding-commands';

/** Under which a dragged passage travels: its document and place, as JSON. */
const passageType = 'application/x-emic-passage';

export interface DraggedPassage {
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
}

export function beginPassageDrag(transfer: DataTransfer, passage: DraggedPassage): void {
  transfer.setData(passageType, JSON.stringify(passage));
  transfer.effectAllowed = 'copy';
}

const dropClass = 'row--drop';

/**
 * A passage that is dropped on a code of the tree gets it. The tree's rows are found by their ids, so that the tree
 * itself need not know of passages; it goes before the tree's own dragging, which would refuse.
 */
export function usePassageDrop(tree: RefObject<HTMLElement | null>, canEdit: boolean): void {
  useEffect(() => {
    const element = tree.current;
    if (!element || !canEdit) return;
    let marked: Element | null = null;
    const mark = (row: Element | null) => {
      if (row === marked) return;
      marked?.classList.remove(dropClass);
      row?.classList.add(dropClass);
      marked = row;
    };
    const rowOf = ({ target }: DragEvent): HTMLElement | null => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row-id]') : null;
      const code = heldAnswer('codes.tree', {})?.find(({ id }) => id === row?.dataset.rowId);
      return code?.isCodable ? row : null;
    };
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(passageType)) return;
      const row = rowOf(event);
      mark(row);
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = row ? 'copy' : 'none';
    };
    const onLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) mark(null);
    };
    const onDrop = (event: DragEvent) => {
      const passage = event.dataTransfer?.getData(passageType);
      if (!passage) return;
      event.preventDefault();
      event.stopPropagation();
      const id = rowOf(event)?.dataset.rowId;
      mark(null);
      const { sourceId, start, end }: DraggedPassage = JSON.parse(passage);
      if (id !== undefined) void applyCodes({ sourceId, span: { start, end }, codeIds: [id as CodeId] });
    };
    const onEnd = () => mark(null);
    element.addEventListener('dragenter', onOver, true);
    element.addEventListener('dragover', onOver, true);
    element.addEventListener('dragleave', onLeave, true);
    element.addEventListener('drop', onDrop, true);
    window.addEventListener('dragend', onEnd);
    return () => {
      mark(null);
      element.removeEventListener('dragenter', onOver, true);
      element.removeEventListener('dragover', onOver, true);
      element.removeEventListener('dragleave', onLeave, true);
      element.removeEventListener('drop', onDrop, true);
      window.removeEventListener('dragend', onEnd);
    };
  }, [tree, canEdit]);
}
