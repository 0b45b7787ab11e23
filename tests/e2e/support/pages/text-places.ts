/**
 * Runs inside the page: where words stand on the screen, for the mouse of a test. The words are brought into view
 * first, as a person would scroll to them.
 */
export interface WordsOnScreen {
  /** Just inside the first and the last character. */
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export async function findWords(
  section: Element,
  { words, occurrence }: { readonly words: string; readonly occurrence: number },
): Promise<WordsOnScreen> {
  const pieces: { node: Text | null; start: number; length: number }[] = [];
  let text = '';
  for (const [index, paragraph] of [...section.querySelectorAll('.document-text p')].entries()) {
    if (index > 0) text += '\n';
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      pieces.push({ node, start: text.length, length: node.data.length });
      text += node.data;
    }
  }
  let at = -1;
  for (let found = 0; found < occurrence; found += 1) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” is not in the document.`);
  const character = (position: number) => {
    const piece = pieces.find(({ start, length }) => position >= start && position < start + length);
    if (!piece?.node) throw new Error(`There is no character at ${position}.`);
    const range = document.createRange();
    range.setStart(piece.node, position - piece.start);
    range.setEnd(piece.node, position - piece.start + 1);
    return range.getBoundingClientRect();
  };
  const scroller = section.querySelector('[data-testid="document-scroller"]');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let attempt = 0; attempt < 4 && scroller; attempt += 1) {
    const box = scroller.getBoundingClientRect();
    const first = character(at);
    const last = character(at + words.length - 1);
    if (first.top >= box.top + 60 && last.bottom <= box.bottom - 60) break;
    scroller.scrollTop += first.top - box.top - box.height * 0.3;
    await frame();
    await frame();
  }
  const first = character(at);
  const last = character(at + words.length - 1);
  return {
    from: { x: first.left + 1, y: first.top + first.height / 2 },
    to: { x: last.right - 1, y: last.top + last.height / 2 },
  };
}
