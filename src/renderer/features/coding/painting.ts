/**
 * A new coding has to be seen before anything else happens: inspector, lists and announcements are drawn only when
 * it is on the screen. Nobody waits for long, in case there is nothing to paint.
 */
const longestWait = 100;
const waiting = new Set<() => void>();

/** Resolves when the next painting of codings has reached the screen. */
export function nextPainting(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      waiting.delete(done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, longestWait);
    waiting.add(done);
  });
}

/** To be called when new codings were handed to the painter: tells, and marks for measurements, when they are seen. */
export function paintedSoon(): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.mark('emic:apply-painted');
      port1.close();
      for (const done of [...waiting]) done();
    };
    port2.postMessage(null);
  });
}
