import { inOneLine } from '../find/place-rows';

/** The words beside a hit, those that are coded with it (`within`, in code points) apart from those that are not. */
export function besideHit(
  words: { readonly before: string; readonly after: string },
  within: { readonly before: number; readonly after: number },
) {
  const before = Array.from(words.before);
  const after = Array.from(words.after);
  const cut = Math.max(0, before.length - within.before);
  const line = (characters: readonly string[]) => inOneLine(characters.join(''));
  return {
    outsideBefore: line(before.slice(0, cut)),
    before: line(before.slice(cut)),
    after: line(after.slice(0, within.after)),
    outsideAfter: line(after.slice(within.after)),
  };
}
