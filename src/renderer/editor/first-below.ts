import { firstIndex } from '../../core/binary-search';

/** Index of the first element whose lower edge lies below a height of the window; their count where none does. */
export function firstBelow(elements: readonly HTMLElement[], clientY: number): number {
  return firstIndex(
    elements.length,
    (index) => (elements[index]?.getBoundingClientRect().bottom ?? 0) > clientY,
  );
}
