/** Functions that run inside the page, like those of `in-page.mjs`: a text that is being corrected. */

/**
 * Presses the button of this name, and gives the milliseconds until the frame after the text to be typed in stands
 * where it was read, with the keyboard in it.
 */
export async function beginEditing(buttonName) {
  const button = [...document.querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === buttonName || each.textContent.trim() === buttonName,
  );
  if (!button) throw new Error(`there is no button ${buttonName}`);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isReady = () => {
    const text = document.querySelector('.edit-text');
    if (!text || document.activeElement !== text) return false;
    const scroller = text.closest('[data-testid="document-scroller"]').getBoundingClientRect();
    const caret = document.getSelection();
    if (!caret.anchorNode || !text.contains(caret.anchorNode)) return false;
    const paragraph = caret.anchorNode.parentElement.closest('p');
    const box = paragraph?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.bottom > scroller.top && box.top < scroller.bottom;
  };
  const began = performance.now();
  button.click();
  while (!isReady()) {
    if (performance.now() - began > 20_000) throw new Error('the text did not open within 20 seconds');
    await frame();
  }
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - began;
}

/** Remembers of the next key how long it took until the text with its letter was painted (`window.benchTyped`). */
export function watchTyping() {
  window.benchTyped = undefined;
  const lengthAtCaret = () =>
    document.getSelection().anchorNode?.parentElement?.closest('p')?.textContent.length;
  document.querySelector('.edit-text').addEventListener(
    'keydown',
    (event) => {
      const before = lengthAtCaret();
      let frames = 0;
      const look = () => {
        frames += 1;
        if (lengthAtCaret() === before && frames < 600) {
          requestAnimationFrame(look);
          return;
        }
        setTimeout(() => {
          window.benchTyped = { milliseconds: performance.now() - event.timeStamp, frames };
        });
      };
      requestAnimationFrame(look);
    },
    { capture: true, once: true },
  );
}

export async function typed() {
  while (window.benchTyped === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  return window.benchTyped;
}
