import { create } from 'zustand';
import { shell } from '../client/shell';
import type { Numbers } from '../editor/paint/measure-band';
import type { Measure } from '../editor/paint/page-columns';

/** How all texts are set; remembered on this machine. */
interface ReadingStore {
  readonly measure: Measure;
  readonly numbers: Numbers;
}

const setting = 'reading';
export const measures = ['narrow', 'normal', 'wide'] as const satisfies readonly Measure[];
export const numberings = ['paragraphs', 'lines', 'none'] as const satisfies readonly Numbers[];

export const readingStore = create<ReadingStore>(() => read(shell.settings.choices[setting]));

export function chooseReading(choice: Partial<ReadingStore>): void {
  readingStore.setState(choice);
  shell.saveSetting('choices', { [setting]: readingStore.getState() });
}

/** Whatever stands in the settings' file. */
function read(saved: unknown): ReadingStore {
  const from: Readonly<Record<string, unknown>> =
    typeof saved === 'object' && saved !== null ? { ...saved } : {};
  return {
    measure: measures.find((one) => one === from.measure) ?? 'normal',
    numbers: numberings.find((one) => one === from.numbers) ?? 'paragraphs',
  };
}
