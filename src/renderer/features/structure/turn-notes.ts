import type { Segment } from '../../../core/structure';
import type { LeftNote } from '../../editor/paint/left-notes';

/**
 * What stands beside the text, in the order of the text: where a turn begins who speaks and when, and every other time
 * on its own row.
 */
export function turnNotes(segments: readonly Segment[]): readonly LeftNote[] {
  const turnTimes = new Set(segments.flatMap(({ kind, time }) => (kind === 'turn' ? [time] : [])));
  return segments
    .flatMap(({ kind, start, speaker, time }): LeftNote[] => {
      if (kind === 'turn' && speaker !== '') return [{ position: start, text: speaker, time }];
      if (kind === 'turn' && time !== '') return [{ position: start, text: time, isQuiet: true }];
      if (kind === 'timestamp' && !turnTimes.has(time))
        return [{ position: start, text: time, isQuiet: true }];
      return [];
    })
    .sort((a, b) => a.position - b.position);
}
