/**
 * A long change is written in slices, between which the event loop turns, so that a cancel arrives. What is written by
 * then is no state of the project: who comes meanwhile waits at the door. Where somebody is inside already (an answer
 * in parts, an export), the change is written without a pause.
 */
export interface Door {
  /** Null where the door is open; else resolves when it may be. */
  closed(): Promise<void> | null;
  /** Work that looks at the project; it is inside until it has settled. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  /** Closes the door and lets the event loop turn; null where somebody is inside, who must not go on. */
  pause(): Promise<void> | null;
  /** To be called when the work with pauses has ended. */
  open(): void;
}

/** Milliseconds in which messages that wait at the engine's door come in. */
export const timeToCancel = 2;

export function createDoor(): Door {
  let people = 0;
  let waiting: { readonly until: Promise<void>; readonly end: () => void } | null = null;

  const close = () => {
    let end = () => {};
    const until = new Promise<void>((resolve) => {
      end = resolve;
    });
    waiting = { until, end };
  };
  return {
    closed: () => waiting?.until ?? null,
    async inside(work) {
      people += 1;
      try {
        return await work();
      } finally {
        people -= 1;
      }
    },
    pause() {
      if (!waiting) close();
      return people > 0 ? null : new Promise((resolve) => setTimeout(resolve, timeToCancel));
    },
    open() {
      waiting?.end();
      waiting = null;
    },
  };
}

/** Waits in front of a door that was closed. */
export async function opened(door: Door): Promise<void> {
  for (let shut = door.closed(); shut; shut = door.closed()) await shut;
}
