/**
 * Functions that run inside the page (handed to `page.evaluate`): they measure with the page's own clock, so that
 * the way from the test to the page is not in the numbers.
 */

/** Remembers when the next key reaches the page (`window.benchKey`, on the clock of `performance.now()`). */
export function watchKeys() {
  window.addEventListener(
    'keydown',
    (event) => {
      window.benchKey = event.timeStamp;
      performance.clearMarks('emic:apply-painted');
      let frames = 0;
      const count = () => {
        frames += 1;
        window.benchFrames = frames;
        const painted = performance.getEntriesByName('emic:apply-painted').length > 0;
        if (!painted && frames < 600) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    },
    { capture: true },
  );
}

/** Milliseconds and frames from the last key to the paint after the coding was on disk. */
export async function sinceKey() {
  const painted = () => performance.getEntriesByName('emic:apply-painted').at(-1)?.startTime;
  const limit = performance.now() + 5000;
  while (painted() === undefined) {
    if (performance.now() > limit) throw new Error('the coding was not painted within 5 seconds');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { milliseconds: painted() - window.benchKey, frames: window.benchFrames };
}

/**
 * Opens the document of this row as a double press of the mouse does, and gives the milliseconds until the frame
 * after its text and its codings are in the page.
 */
export async function openAndPaint(rowName) {
  const row = [...document.querySelectorAll('[role="treeitem"]')].find(
    (item) => item.getAttribute('aria-label') === rowName || item.textContent.startsWith(rowName),
  );
  if (!row) throw new Error(`there is no row ${rowName}`);
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
  const isPainted = () =>
    [...document.querySelectorAll('section.document-view')].some(
      (section) =>
        section.getAttribute('aria-label') === rowName &&
        section.offsetParent !== null &&
        section.querySelector('.document-text p') &&
        section.querySelector('.document-layer')?.childElementCount > 0,
    );
  const began = performance.now();
  row.click();
  while (!isPainted()) {
    if (performance.now() - began > 20_000) throw new Error(`${rowName} was not painted within 20 seconds`);
    await nextFrame();
  }
  await nextFrame();
  return (await afterPaint()) - began;
}

/** Scrolls the open document at `speed` pixels a second for `seconds` and gives the length of every frame. */
export async function scrollFrames({ speed, seconds }) {
  const scroller = [...document.querySelectorAll('[data-testid="document-scroller"]')].find(
    (element) => element.offsetParent !== null,
  );
  if (!scroller) throw new Error('no document is open');
  scroller.scrollTop = 0;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let quiet = 0; quiet < 10; quiet += 1) await frame();
  const frames = [];
  const began = await frame();
  let last = began;
  while (last - began < seconds * 1000) {
    const now = await frame();
    frames.push(now - last);
    last = now;
    scroller.scrollTop = ((now - began) / 1000) * speed;
  }
  if (scroller.scrollTop < speed * seconds * 0.9) throw new Error('the document was too short to scroll');
  return frames;
}

/** Scrolls the open document to its middle and puts the caret there, as a press of the mouse does. */
export async function caretIntoMiddle() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const scroller = [...document.querySelectorAll('[data-testid="document-scroller"]')].find(
    (element) => element.offsetParent !== null,
  );
  scroller.scrollTop = scroller.scrollHeight / 2;
  for (let quiet = 0; quiet < 10; quiet += 1) await frame();
  const box = scroller.getBoundingClientRect();
  const caret = document.caretRangeFromPoint(box.left + box.width / 3, box.top + box.height / 2);
  scroller.querySelector('.document-text').focus({ preventScroll: true });
  document.getSelection().collapse(caret.startContainer, caret.startOffset);
  for (let quiet = 0; quiet < 10; quiet += 1) await frame();
}
