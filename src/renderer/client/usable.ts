import { afterPaint } from './after-paint';
import { shell } from './shell';

let settle = () => {};

/** Settled when what the window opened with is painted. What is not needed for that waits for it. */
export const usable = new Promise<void>((resolve) => {
  settle = resolve;
});

/** Called when all that the window opens with is in the page. */
export function noteUsable(): void {
  afterPaint(() => {
    shell.reportUsable();
    settle();
  }, 2000);
}
