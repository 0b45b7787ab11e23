/**
 * Runs inside the page (handed to Playwright's `evaluate`; the tests and the tour share it): where words stand on
 * the screen, for a mouse. They are brought into view first, as a person would scroll to them. `from` and `to` are
 * points just inside the first and the last character, in pixels of the page.
 */
export async function findWords(section, { words, occurrence }) {
  const pieces = [];
  let text = '';
  for (const [index, paragraph] of [...section.querySelectorAll('.document-text p')].entries()) {
    if (index > 0) text += '\n';
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node, start: text.length, length: node.data.length });
      text += node.data;
    }
  }
  let at = -1;
  for (let found = 0; found < occurrence; found += 1) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” is not in the document.`);
  const character = (position) => {
    const piece = pieces.find(({ start, length }) => position >= start && position < start + length);
    if (!piece) throw new Error(`There is no character at ${position}.`);
    const range = document.createRange();
    range.setStart(piece.node, position - piece.start);
    range.setEnd(piece.node, position - piece.start + 1);
    return range.getBoundingClientRect();
  };
  const scroller = section.querySelector('[data-testid="document-scroller"]');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // Text far away has only an estimated height until it is laid out: looked at again after each jump.
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
