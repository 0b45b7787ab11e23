import type { Label } from '../../contract/labels';
import type { SegmentId, SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import {
  addSegment,
  type Corrected,
  changeSegment,
  joinTurn,
  removeSegments,
  renameSpeaker,
  type Segment,
  splitTurn,
} from '../../core/structure';
import { quoteLine } from '../../core/text';
import {
  changeStoredSegment,
  deleteSegment,
  deleteSegmentsOfSource,
  insertSegment,
  type StoredSegment,
  segmentsOfSource,
  setStructureMode,
} from '../../storage/repositories/segments';
import type { Apply, ChangeContext, ChangeHandlers } from '../context';
import type { StructureCache } from '../structure/structure-cache';
import { knownSource } from './sources';

/** Labels show the first words of a turn. */
const labelLength = 40;

export const structureCommands: ChangeHandlers<
  | 'segment.change'
  | 'segment.add'
  | 'segment.remove'
  | 'turn.split'
  | 'turn.join'
  | 'speaker.rename'
  | 'structure.recognise'
> = {
  'segment.change': (args, { structure }) => {
    const { to } = args;
    const onlySpeaker = Object.keys(to).every((key) => key === 'speaker');
    return correction({ structure, ...args }, (segments) => changeSegment(segments, args, given(to)), {
      label: (context) =>
        onlySpeaker && to.speaker
          ? { key: 'segment.speaker', values: { speaker: to.speaker, ...quoteOf(context, args) } }
          : { key: 'segment.change', values: quoteOf(context, args) },
    });
  },

  'segment.add': ({ sourceId, kind, start, end, speaker = '', time = '', level = 1 }, { structure }) => {
    const segment = { kind, start, end, speaker, time, level };
    return correction({ structure, sourceId }, (segments) => addSegment(segments, segment), {
      label: (context) => ({
        key: `segment.add.${kind}`,
        values: quoteOf(context, { sourceId, start, end }),
      }),
    });
  },

  'segment.remove': ({ sourceId, segments: names }, { structure }) =>
    correction({ structure, sourceId }, (segments) => removeSegments(segments, names), {
      label: (context) => {
        const [only] = names;
        return names.length === 1 && only
          ? { key: 'segment.remove', values: quoteOf(context, { sourceId, ...only }) }
          : { key: 'segment.remove.many', values: { count: names.length, name: nameOf(context, sourceId) } };
      },
    }),

  'turn.split':
    ({ sourceId, start, at }, { structure }) =>
    (context) => {
      const { text, positions } = context.texts.get(sourceId);
      const slice = (from: number, to: number) => text.slice(positions.toUtf16(from), positions.toUtf16(to));
      return correction(
        { structure, sourceId },
        (segments) => splitTurn(segments, { start, at, text: { slice } }),
        { label: () => ({ key: 'turn.split', values: quoteOf(context, { sourceId, start }) }) },
      )(context);
    },

  'turn.join': ({ sourceId, start }, { structure }) =>
    correction({ structure, sourceId }, (segments) => joinTurn(segments, start), {
      label: (context) => ({ key: 'turn.join', values: quoteOf(context, { sourceId, start }) }),
    }),

  'speaker.rename': ({ sourceId, from, to }, { structure }) =>
    correction({ structure, sourceId }, (segments) => renameSpeaker(segments, { from, to }), {
      label: (context) => ({
        key: from === '' ? 'speaker.name' : 'speaker.rename',
        values: { from, speaker: to, name: nameOf(context, sourceId) },
      }),
    }),

  'structure.recognise':
    ({ sourceId }) =>
    (context) => {
      const { database } = context;
      knownSource(database, sourceId);
      deleteSegmentsOfSource(database, sourceId);
      setStructureMode(database, sourceId, 'automatic');
      return {
        value: null,
        label: { key: 'structure.recognise', values: { name: nameOf(context, sourceId) } },
      };
    },
};

function correction(
  { structure, sourceId }: { readonly structure: StructureCache; readonly sourceId: SourceId },
  correct: (segments: readonly Segment[]) => Corrected,
  { label }: { readonly label: (context: ChangeContext) => Label },
): Apply<null> {
  return (context) => {
    const { mode, segments } = structure.of(sourceId);
    const corrected = correct(segments);
    if (!corrected.ok) throw new ExpectedError(corrected.error.kind, corrected.error.message);
    refuseBeyond(context, sourceId, corrected.value);
    // Nothing is different: a document that was not corrected stays as its text shows.
    if (isSame(segments, corrected.value)) return { value: null, label: label(context) };
    if (mode === 'automatic') setStructureMode(context.database, sourceId, 'corrected');
    store(context, sourceId, corrected.value);
    return { value: null, label: label(context) };
  };
}

/** Rows that stay keep their ids, so that the history tells what was changed and no more. */
function store(context: ChangeContext, sourceId: SourceId, segments: readonly Segment[]): void {
  const { database, newId, now } = context;
  const rows = new Map(segmentsOfSource(database, sourceId).map((row) => [keyOf(row), row]));
  const added: Segment[] = [];
  for (const segment of segments) {
    const row = rows.get(keyOf(segment));
    if (!row) added.push(segment);
    else if (!isEqual(row, segment)) changeStoredSegment(database, { ...segment, id: row.id });
    rows.delete(keyOf(segment));
  }
  const left: StoredSegment[] = [...rows.values()];
  for (const segment of added) {
    const row = left.shift();
    if (row) changeStoredSegment(database, { ...segment, id: row.id });
    else insertSegment(database, { ...segment, id: newId<SegmentId>() }, { sourceId, at: now });
  }
  for (const { id } of left) deleteSegment(database, id);
}

function keyOf({ kind, start }: Segment): string {
  return `${kind} ${start}`;
}

function isEqual(a: Segment, b: Segment): boolean {
  return (
    a.kind === b.kind &&
    a.start === b.start &&
    a.end === b.end &&
    a.speaker === b.speaker &&
    a.time === b.time &&
    a.level === b.level
  );
}

function isSame(a: readonly Segment[], b: readonly Segment[]): boolean {
  return (
    a.length === b.length &&
    a.every((segment, index) => {
      const other = b[index];
      return other !== undefined && isEqual(segment, other);
    })
  );
}

function refuseBeyond({ texts }: ChangeContext, sourceId: SourceId, segments: readonly Segment[]): void {
  const { length } = texts.get(sourceId).positions;
  if (segments.some(({ end }) => end > length)) {
    throw new ExpectedError(
      'invalid',
      `This reaches beyond the end of the document, which has ${length} characters. Nothing was changed.`,
    );
  }
}

/** The first words from a place on. */
function quoteOf(
  { texts }: ChangeContext,
  { sourceId, start, end }: { readonly sourceId: SourceId; readonly start: number; readonly end?: number },
): { readonly quote: string } {
  const { text, positions } = texts.get(sourceId);
  const to = Math.min(end ?? start + labelLength * 4, positions.length);
  return { quote: quoteLine(text.slice(positions.toUtf16(start), positions.toUtf16(to)), labelLength) };
}

function nameOf({ database }: ChangeContext, sourceId: SourceId): string {
  return knownSource(database, sourceId).name;
}

/** What was given, without what was left open. */
function given<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof given<T>
  >;
}
