import type { SourceId } from '../core/ids';

/** A passage in its surroundings. `before` and `after` are a little context from the same paragraph. */
export interface Passage {
  readonly sourceId: SourceId;
  readonly sourceName: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Number of the paragraph in which it begins, from 1. */
  readonly paragraph: number;
}
