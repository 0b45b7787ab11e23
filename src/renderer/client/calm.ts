import { activityStore } from './activity-store';

/** When the person last pressed a key or the mouse, by `performance.now()`. */
let lastInput = 0;

/** To be called once: from then on it is known when the hands rest. */
export function watchInput(): void {
  const note = () => {
    lastInput = performance.now();
  };
  for (const event of ['keydown', 'pointerdown']) {
    window.addEventListener(event, note, { capture: true, passive: true });
  }
}

export interface CalmOptions {
  /** How long the hands have to rest, in milliseconds. */
  readonly rest: number;
  /** After so many milliseconds it goes on although they don't; a running command is always waited for. */
  readonly atMost: number;
}

export const restForCounts: CalmOptions = { rest: 90, atMost: 900 };
/** For what takes the engine longer than a frame. */
export const restForFigures: CalmOptions = { rest: 300, atMost: 3000 };

/** Resolves when no command runs and the hands rest. */
export function calm({ rest, atMost }: CalmOptions): Promise<void> {
  const began = performance.now();
  return new Promise((resolve) => {
    const look = () => {
      const now = performance.now();
      const isResting = now - lastInput >= rest || now - began >= atMost;
      if (isResting && activityStore.getState().running === 0) resolve();
      else setTimeout(look, isResting ? lookAgain : Math.min(rest, rest - (now - lastInput) + 1));
    };
    look();
  });
}

/** While a command runs; it answers within milliseconds. */
const lookAgain = 8;
