import type { DocumentCoding, DocumentQuotation, QueryResult } from '../../../contract/queries';
import { type ChangeList, type MappedSpan, mapWithFates } from '../../../core/anchoring';
import type { CodeId, QuotationId } from '../../../core/ids';
import type { PositionMap, TextSpan } from '../../../core/text';
import type { LiveCoding } from '../../editor/editing/edit-painter';
import type { PaintedCode } from '../../editor/paint/coding-model';

/** A quotation of the text with which the edit began, in UTF-16 units of it. */
interface Anchored extends TextSpan {
  readonly id: QuotationId;
  readonly hasMemo: boolean;
  readonly codings: readonly DocumentCoding[];
}

/** What an edit does to a quotation that will not be what it was. */
export interface Loss {
  readonly id: QuotationId;
  readonly fate: 'emptied' | 'cut';
  readonly codeIds: readonly CodeId[];
  readonly hasMemo: boolean;
  /** Its words as they were. */
  readonly words: string;
  /** What is left of it, or where it stood; UTF-16 units of the edited text. */
  readonly place: TextSpan;
}

/** Which codes are shown, and how. */
export interface Look {
  readonly codes: ReadonlyMap<CodeId, PaintedCode>;
  readonly hidden: ReadonlySet<CodeId>;
}

export interface Outcome {
  /** Quotations whose words are corrected. */
  readonly changed: number;
  /** Emptied ones first. */
  readonly losses: readonly Loss[];
}

/**
 * The quotations of a document while its text is corrected. Where each stands follows from where it stood at the
 * beginning and from all that differs, so it can be had anew after every key.
 */
export class LiveQuotations {
  private anchored: readonly Anchored[] = [];
  private mapped: { readonly changes: ChangeList; readonly all: readonly MappedSpan[] } | null = null;

  private live: {
    readonly all: readonly MappedSpan[];
    readonly look: Look;
    readonly codings: readonly LiveCoding[];
  } | null = null;

  constructor(
    private readonly base: string,
    private readonly positions: PositionMap,
  ) {}

  take({ quotations, codings }: Pick<QueryResult<'source.codings'>, 'quotations' | 'codings'>): void {
    const byQuotation = new Map<QuotationId, DocumentCoding[]>();
    for (const coding of codings) {
      const those = byQuotation.get(coding.quotationId);
      if (those) those.push(coding);
      else byQuotation.set(coding.quotationId, [coding]);
    }
    this.anchored = quotations
      .map(
        ({ id, start, end, hasMemo }: DocumentQuotation): Anchored => ({
          id,
          hasMemo,
          start: this.positions.toUtf16(start),
          end: this.positions.toUtf16(end),
          codings: byQuotation.get(id) ?? [],
        }),
      )
      .sort((one, other) => one.start - other.start || other.end - one.end);
    this.mapped = null;
  }

  /** For painting: the shown codings in order of start. */
  codings(changes: ChangeList, look: Look): readonly LiveCoding[] {
    const all = this.map(changes);
    if (this.live?.all === all && this.live.look === look) return this.live.codings;
    const codings = this.anchored.flatMap(({ codings }, index) => {
      const place = all[index]?.place;
      if (!place) return [];
      return codings.flatMap(({ codeId }) =>
        look.hidden.has(codeId) ? [] : [{ ...place, color: look.codes.get(codeId)?.color ?? '#808080' }],
      );
    });
    this.live = { all, look, codings };
    return codings;
  }

  /** Codes of the quotations at a place, those of the shortest first. */
  codesAt(changes: ChangeList, { start, end }: TextSpan): CodeId[] {
    const all = this.map(changes);
    const here = this.anchored.flatMap(({ codings }, index) => {
      const place = all[index]?.place;
      const isHere = place && place.start <= end && place.end >= start;
      return isHere ? codings.map(({ codeId }) => ({ codeId, length: place.end - place.start })) : [];
    });
    here.sort((one, other) => one.length - other.length);
    return [...new Set(here.map(({ codeId }) => codeId))];
  }

  outcome(changes: ChangeList): Outcome {
    const all = this.map(changes);
    let changed = 0;
    const losses: Loss[] = [];
    this.anchored.forEach(({ id, start, end, codings, hasMemo }, index) => {
      const { fate, place } = all[index] ?? { fate: 'same', place: null };
      if (fate === 'changed') changed += 1;
      if (fate !== 'emptied' && fate !== 'cut') return;
      const at = place ?? pointOf(changes, start);
      const words = this.base.slice(start, end);
      const codeIds = [...new Set(codings.map(({ codeId }) => codeId))];
      losses.push({ id, fate, codeIds, hasMemo, words, place: at });
    });
    losses.sort((one, other) => Number(one.fate === 'cut') - Number(other.fate === 'cut'));
    return { changed, losses };
  }

  private map(changes: ChangeList): readonly MappedSpan[] {
    if (this.mapped?.changes !== changes)
      this.mapped = { changes, all: mapWithFates(this.anchored, changes) };
    return this.mapped.all;
  }
}

/** Where something stood of which nothing is left. */
function pointOf(changes: ChangeList, offset: number): TextSpan {
  let shift = 0;
  for (const { from, to, length } of changes) {
    if (to >= offset) return { start: Math.min(offset, from) + shift, end: Math.min(offset, from) + shift };
    shift += length - (to - from);
  }
  return { start: offset + shift, end: offset + shift };
}
