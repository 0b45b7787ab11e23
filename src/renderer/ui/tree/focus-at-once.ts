import type { FeatureImplementation } from '@headless-tree/core';

/**
 * The library gives a row the focus at least 20 ms after the key, and by then perhaps no longer the right one: keys
 * that are held come faster, and would be put back by the late focus. Here it is the row of this moment, at once;
 * one that has to be scrolled to first gets it after the next paint.
 */
export const focusAtOnce: FeatureImplementation = {
  key: 'focus-at-once',
  overwrites: ['tree'],
  treeInstance: {
    updateDomFocus: ({ tree }) => {
      // After the state that the key has changed is drawn.
      setTimeout(() => {
        const item = tree.getFocusedItem();
        tree.getConfig().scrollToItem?.(item);
        const element = item.getElement();
        if (element) element.focus();
        else afterPaint(() => tree.getFocusedItem().getElement()?.focus());
      });
    },
  },
};

function afterPaint(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}
