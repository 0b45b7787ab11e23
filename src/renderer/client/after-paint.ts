/** Runs `act` when the next frame is painted; after `latest` milliseconds where none comes, in a hidden window. */
export function afterPaint(act: () => void, latest = 100): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    act();
  };
  setTimeout(once, latest);
  requestAnimationFrame(() => setTimeout(once));
}
