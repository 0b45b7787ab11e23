import { create } from 'zustand';

/** What assistive technology is told politely. `count` makes the same words be said again. */
export const announcementStore = create<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}));

export function announce(text: string): void {
  announcementStore.setState(({ count }) => ({ text, count: count + 1 }));
}
