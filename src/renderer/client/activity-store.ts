import { create } from 'zustand';

/** How many commands wait for their answer: “Saving…” until each is on disk. */
interface ActivityStore {
  readonly running: number;
  begin(): void;
  end(): void;
}

export const activityStore = create<ActivityStore>((set) => ({
  running: 0,
  begin: () => set(({ running }) => ({ running: running + 1 })),
  end: () => set(({ running }) => ({ running: running - 1 })),
}));
