import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { SourceId } from '../../../core/ids';
import type { Segment } from '../../../core/structure';
import { createPositionMap } from '../../../core/text';
import { heldAnswer, useEngineQuery } from '../../client';
import type { OpenDocument } from '../coding/open-documents';
import { speakerStore } from './speaker-store';
import { turnNotes } from './turn-notes';

const none: readonly Segment[] = [];

/** Turns, headings and times of a document; empty until they are known. */
export function useSegments(sourceId: SourceId): readonly Segment[] {
  return useEngineQuery('source.structure', { id: sourceId }).data?.segments ?? none;
}

/** Writes who speaks, and when, beside the text where a turn begins. */
export function useTurnNotes(open: OpenDocument | null, sourceId: SourceId): void {
  const segments = useSegments(sourceId);
  const notes = useMemo(() => turnNotes(segments), [segments]);
  useLayoutEffect(() => open?.surface.setLeftNotes(notes), [open, notes]);
}

/** Whether there will be such notes, by what is known now. */
export function hasTurnNotes(sourceId: SourceId): boolean {
  return turnNotes(heldAnswer('source.structure', { id: sourceId })?.segments ?? none).length > 0;
}

/** Marks the turns of the speaker who was chosen in the list of speakers. */
export function useSpeakerMarks(open: OpenDocument | null, sourceId: SourceId): void {
  const segments = useSegments(sourceId);
  const chosen = speakerStore(({ chosen }) => (chosen?.sourceId === sourceId ? chosen.speaker : null));
  useEffect(() => {
    if (!open || chosen === null) return;
    const turns = segments.filter(({ kind, speaker }) => kind === 'turn' && speaker === chosen);
    open.surface.paintRanges('pointed', turns);
    return () => open.surface.paintRanges('pointed', []);
  }, [open, segments, chosen]);
}

/** The words of headings, from the document's text. */
export function useHeadingWords(sourceId: SourceId, headings: readonly Segment[]): readonly string[] {
  const text = useEngineQuery('source.text', { id: sourceId }).data?.text;
  return useMemo(() => {
    if (text === undefined || headings.length === 0) return [];
    const positions = createPositionMap(text);
    return headings.map(({ start, end }) =>
      text.slice(positions.toUtf16(start), positions.toUtf16(end)).replace(/\s+/gu, ' '),
    );
  }, [text, headings]);
}
