/** Whether typing goes into text here: a document that is locked for reading is no text field. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (target instanceof HTMLInputElement) return !target.readOnly && !buttonLike.has(target.type);
  return target.isContentEditable && target.closest('[aria-readonly="true"]') === null;
}

const buttonLike: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'range', 'color', 'submit']);
