/** Functions that run inside the page, in its code tree; see in-page.mjs. */

/** Writes into the filter as a key press does, and gives the milliseconds until the frame after the tree has it. */
export async function filterAndPaint(word) {
  const input = document.querySelector('.code-filter input');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const afterPaint = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(null);
    });
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  await nextFrame();
  const began = performance.now();
  setValue.call(input, word);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  // What was written is drawn in the same turn or the next frame.
  await nextFrame();
  return (await afterPaint()) - began;
}

/**
 * Chooses so many codes, drags them over the rows on the screen for a second and drops them onto the last row in
 * view; gives the lengths of the frames on the way, and the milliseconds from the drop until the rows are gone from
 * their place.
 */
export async function dragFrames({ count }) {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const tree = [...document.querySelectorAll('[role="tree"]')].find(
    (element) => element.getAttribute('aria-label') === 'Codes',
  );
  const scroller = tree.parentElement;
  scroller.scrollTop = Math.floor(Math.random() * 20_000);
  for (let quiet = 0; quiet < 6; quiet += 1) await nextFrame();
  const rows = () =>
    [...tree.querySelectorAll('[role="treeitem"]')].sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
    );
  const press = (row, init = {}) =>
    row.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
  const levelOf = (row) => Number(row.getAttribute('aria-level'));
  const all = rows();
  // The codes of one branch that are in the page from the first to the last.
  const branch = all.findIndex(
    (row, at) =>
      levelOf(row) === 2 && all.slice(at + 1, at + 1 + count).every((below) => levelOf(below) === 3),
  );
  if (branch < 0) throw new Error('no whole branch is in view');
  const chosen = all.slice(branch + 1, branch + 1 + count);
  press(chosen[0]);
  press(chosen.at(-1), { shiftKey: true });
  await nextFrame();
  const data = new DataTransfer();
  const at = (row, type) => {
    const box = row.getBoundingClientRect();
    row.dispatchEvent(
      new DragEvent(type, {
        bubbles: true,
        cancelable: true,
        dataTransfer: data,
        clientX: box.left + box.width / 2,
        clientY: box.top + box.height / 2,
      }),
    );
  };
  const ids = chosen.map((row) => row.dataset.rowId);
  const target = all.slice(branch + count + 1).find((row) => levelOf(row) === 2);
  if (!target) throw new Error('there is no branch in view to drop onto');
  at(chosen[0], 'dragstart');
  const frames = [];
  let last = await nextFrame();
  for (let step = 0; step < 60; step += 1) {
    const over = rows()[step % rows().length];
    at(over, 'dragenter');
    at(over, 'dragover');
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  at(target, 'dragenter');
  at(target, 'dragover');
  await nextFrame();
  const places = new Map(ids.map((id) => [id, tree.querySelector(`[data-row-id="${id}"]`)?.style.transform]));
  const began = performance.now();
  at(target, 'drop');
  const isMoved = () =>
    ids.some((id) => tree.querySelector(`[data-row-id="${id}"]`)?.style.transform !== places.get(id));
  while (!isMoved()) {
    if (performance.now() - began > 5000) throw new Error('the codes were not moved within 5 seconds');
    await nextFrame();
  }
  return { frames, dropped: performance.now() - began };
}
