import { z } from 'zod';
import type { SourceId } from '../core/ids';
import { type Segment, type Speaker, segmentKinds } from '../core/structure';
import { id, line, position, some } from './schema';

const sourceId = id<SourceId>();
const kind = z.enum(segmentKinds);
const level = z.number().int().min(1).max(9);

/**
 * Corrections of what is recognised in a document: who speaks where, headings, times. A part is named by its kind
 * and start. The first correction of a document writes down all that was recognised in it; from then on that holds.
 */
export const structureCommands = {
  /** Another speaker, time, level, kind or place. */
  'segment.change': {
    kind: 'change',
    args: z.object({
      sourceId,
      kind,
      start: position,
      to: z.object({
        kind: kind.optional(),
        start: position.optional(),
        end: position.optional(),
        speaker: line.optional(),
        time: line.optional(),
        level: level.optional(),
      }),
    }),
  },
  'segment.add': {
    kind: 'change',
    args: z.object({
      sourceId,
      kind,
      start: position,
      end: position,
      speaker: line.optional(),
      time: line.optional(),
      level: level.optional(),
    }),
  },
  'segment.remove': {
    kind: 'change',
    args: z.object({ sourceId, segments: some(z.object({ kind, start: position })) }),
  },
  /** A turn in two at a position inside it, both of its speaker. */
  'turn.split': { kind: 'change', args: z.object({ sourceId, start: position, at: position }) },
  /** A turn and the one before it in one. */
  'turn.join': { kind: 'change', args: z.object({ sourceId, start: position }) },
  /** In all turns of one document. */
  'speaker.rename': { kind: 'change', args: z.object({ sourceId, from: line, to: line }) },
  /** Takes all corrections of a document back: what its text shows by itself holds again. */
  'structure.recognise': { kind: 'change', args: z.object({ sourceId }) },
} as const;

export const structureQueries = {
  /** Turns, headings and times of a document, in order of start. */
  'source.structure': z.object({ id: sourceId }),
  /** Who speaks in documents, in all where none are named; those with the most characters first. */
  'speakers.list': z.object({ sourceIds: z.array(sourceId).optional() }),
} as const satisfies Record<string, z.ZodType>;

export interface DocumentStructure {
  readonly mode: 'automatic' | 'corrected';
  readonly segments: readonly Segment[];
}

export interface SpeakerRow extends Speaker {
  readonly documents: number;
}

export interface StructureResults {
  'source.structure': DocumentStructure;
  'speakers.list': readonly SpeakerRow[];
}
