import type { CodeId, CoderId, CodingId, QuotationId, SourceId } from './ids';

/** A coding in its place, code points, end exclusive. */
export interface CodedSpan {
  readonly id: CodingId;
  readonly quotationId: QuotationId;
  readonly sourceId: SourceId;
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  readonly start: number;
  readonly end: number;
  readonly createdAt: string;
}

/** Codings of one code, two at least, that hang together by overlaps (QL6). */
export interface RedundantCodings {
  readonly sourceId: SourceId;
  readonly codeId: CodeId;
  /** What they cover together. */
  readonly start: number;
  readonly end: number;
  /** In order of place. */
  readonly codings: readonly CodedSpan[];
  /** The longest one, the earliest of equals: what stays where the others are removed. */
  readonly longest: CodingId;
}

/**
 * Groups of codings of one code in one document that share characters, each with the one before it. `coders`: only
 * codings of one and the same coder are compared, or those of all. In order of document and place.
 */
export function redundantCodings(
  codings: readonly CodedSpan[],
  coders: 'same' | 'any',
): readonly RedundantCodings[] {
  const bundles = new Map<string, CodedSpan[]>();
  for (const coding of codings) {
    const key = `${coding.sourceId} ${coding.codeId} ${coders === 'same' ? coding.coderId : ''}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(coding);
    else bundles.set(key, [coding]);
  }
  const place = new Map<SourceId, number>();
  for (const { sourceId } of codings) if (!place.has(sourceId)) place.set(sourceId, place.size);
  return [...bundles.values()]
    .flatMap(chains)
    .sort(
      (a, b) =>
        (place.get(a.sourceId) ?? 0) - (place.get(b.sourceId) ?? 0) || a.start - b.start || a.end - b.end,
    );
}

function chains(codings: readonly CodedSpan[]): RedundantCodings[] {
  const sorted = codings.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const found: RedundantCodings[] = [];
  let chain: CodedSpan[] = [];
  let end = -1;
  const close = () => {
    const [first] = chain;
    if (first && chain.length > 1) {
      const { sourceId, codeId, start } = first;
      found.push({ sourceId, codeId, start, end, codings: chain, longest: longestOf(chain) });
    }
    chain = [];
  };
  for (const coding of sorted) {
    if (coding.start >= end) close();
    end = chain.length === 0 ? coding.end : Math.max(end, coding.end);
    chain.push(coding);
  }
  close();
  return found;
}

function longestOf(chain: readonly CodedSpan[]): CodingId {
  const [best] = chain.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || (a.createdAt < b.createdAt ? -1 : 1),
  );
  return (best as CodedSpan).id;
}
