const mostFrames = 60;

/** When the menu has gone: as long as it is there it holds on to the focus, which on a slow machine is a while. */
export function later(act: () => void): void {
  const wait = (left: number) =>
    requestAnimationFrame(() => {
      if (left > 0 && window.document.querySelector('[role="menu"]')) wait(left - 1);
      // What the menu itself does last, giving the focus back, is on its way.
      else setTimeout(act);
    });
  wait(mostFrames);
}
