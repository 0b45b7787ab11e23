/**
 * Whether the pointer itself has moved: the browser also tells of a move where something comes up under a pointer that
 * rests, and a list must not take that for a choice.
 */
export function hasMoved(event: { readonly movementX: number; readonly movementY: number }): boolean {
  return event.movementX !== 0 || event.movementY !== 0;
}
