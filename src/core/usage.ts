import type { CodeId, CoderId, SourceId } from './ids';
import { Numbering, standingAlone } from './numbering';

export interface CodeCounts {
  readonly codings: number;
  /** Of several coders' codings with one code on one quotation the quotation counts once. */
  readonly quotations: number;
  readonly documents: number;
}

export interface SourceCounts {
  readonly quotations: number;
  readonly codings: number;
}

/** How often each document, code and coder is met. What is named nowhere is used nowhere. */
export interface Usage {
  readonly sources: ReadonlyMap<SourceId, SourceCounts>;
  readonly codes: ReadonlyMap<CodeId, CodeCounts>;
  readonly coders: ReadonlyMap<CoderId, number>;
}

/** How one document is coded. Codes and coders are numbers of the `UsageSums` that it belongs to. */
interface DocumentUsage extends SourceCounts {
  /** For each code three numbers: the code, its codings, and how many of these quotations had it already. */
  readonly codes: readonly number[];
  /** For each coder two numbers: the coder, the codings. */
  readonly coders: readonly number[];
}

/** The form in which the sums are kept from one session to the next. */
export interface KeptUsage {
  readonly codes: readonly CodeId[];
  readonly coders: readonly CoderId[];
  /** Document, quotations, codings, `codes` and `coders` of the document's usage. */
  readonly documents: readonly (readonly [SourceId, number, number, readonly number[], readonly number[]])[];
}

/** Sums over documents, kept true while single documents are counted anew. */
export class UsageSums implements Usage {
  readonly #documents = new Map<SourceId, DocumentUsage>();
  readonly #codeNumbers = new Numbering<CodeId>();
  readonly #coderNumbers = new Numbering<CoderId>();
  readonly codes = new Map<CodeId, CodeCounts>();
  readonly coders = new Map<CoderId, number>();

  static from({ codes, coders, documents }: KeptUsage): UsageSums {
    const sums = new UsageSums();
    for (const id of codes) sums.#codeNumbers.numberOf(id);
    for (const id of coders) sums.#coderNumbers.numberOf(id);
    sums.#take(
      documents.map(([id, quotations, codings, ofCodes, ofCoders]) => [
        id,
        { quotations, codings, codes: ofCodes, coders: ofCoders },
      ]),
    );
    return sums;
  }

  kept(): KeptUsage {
    return {
      codes: this.#codeNumbers.ids,
      coders: this.#coderNumbers.ids,
      documents: [...this.#documents].map(([id, { quotations, codings, codes, coders }]) => [
        ...([id, quotations, codings, codes, coders] as const),
      ]),
    };
  }

  get sources(): ReadonlyMap<SourceId, SourceCounts> {
    return this.#documents;
  }

  /** Counts documents from nothing: what is known of `ids` (of all where null) is replaced by what `fill` adds. */
  recount(ids: readonly SourceId[] | null, fill: (tally: UsageTally) => void): void {
    const tally = new UsageTally(this.#codeNumbers, this.#coderNumbers);
    fill(tally);
    if (ids === null) {
      this.#documents.clear();
      this.codes.clear();
      this.coders.clear();
    } else {
      const gone = ids.flatMap((id): (readonly [SourceId, DocumentUsage])[] => {
        const before = this.#documents.get(id);
        this.#documents.delete(id);
        return before ? [[id, before]] : [];
      });
      this.#add(gone, -1);
    }
    this.#take(tally.documents());
  }

  #take(documents: readonly (readonly [SourceId, DocumentUsage])[]): void {
    for (const [id, usage] of documents) this.#documents.set(id, usage);
    this.#add(documents, 1);
  }

  #add(documents: readonly (readonly [SourceId, DocumentUsage])[], sign: 1 | -1): void {
    const ofCodes = new Map<number, { codings: number; quotations: number; documents: number }>();
    const ofCoders = new Map<number, number>();
    for (const [, { codes, coders }] of documents) {
      for (let at = 0; at < codes.length; at += 3) {
        const [code = 0, codings = 0, again = 0] = [codes[at], codes[at + 1], codes[at + 2]];
        const sum = ofCodes.get(code);
        if (sum) {
          sum.codings += codings;
          sum.quotations += codings - again;
          sum.documents += 1;
        } else ofCodes.set(code, { codings, quotations: codings - again, documents: 1 });
      }
      for (let at = 0; at < coders.length; at += 2) {
        const coder = coders[at] ?? 0;
        ofCoders.set(coder, (ofCoders.get(coder) ?? 0) + (coders[at + 1] ?? 0));
      }
    }
    for (const [code, more] of ofCodes) {
      const id = this.#codeNumbers.ids[code] ?? ('' as CodeId);
      const { codings, quotations, documents: count } = this.codes.get(id) ?? none;
      if (codings + sign * more.codings === 0) this.codes.delete(id);
      else {
        this.codes.set(id, {
          codings: codings + sign * more.codings,
          quotations: quotations + sign * more.quotations,
          documents: count + sign * more.documents,
        });
      }
    }
    for (const [coder, more] of ofCoders) {
      const id = this.#coderNumbers.ids[coder] ?? ('' as CoderId);
      const sum = (this.coders.get(id) ?? 0) + sign * more;
      if (sum === 0) this.coders.delete(id);
      else this.coders.set(id, sum);
    }
  }
}

const none: CodeCounts = { codings: 0, quotations: 0, documents: 0 };

/** Takes codings one by one; a document's come in any order, those of a quotation together and in order of the code. */
export class UsageTally {
  readonly #found = new Map<
    string,
    { quotations: number; readonly codes: number[]; readonly coders: number[] }
  >();
  #codings: { codes: number[]; coders: number[] } = { codes: [], coders: [] };
  #lastCode = -1;

  constructor(
    readonly codeNumbers: Numbering<CodeId>,
    readonly coderNumbers: Numbering<CoderId>,
  ) {}

  /** A quotation, whose codings follow. */
  addQuotation(sourceId: string): void {
    let found = this.#found.get(sourceId);
    if (!found) {
      found = { quotations: 0, codes: [], coders: [] };
      this.#found.set(standingAlone(sourceId), found);
    }
    found.quotations += 1;
    this.#codings = found;
    this.#lastCode = -1;
  }

  addCoding(codeId: string, coderId: string): void {
    const code = this.codeNumbers.numberOf(codeId);
    this.#codings.codes.push(code * 2 + (code === this.#lastCode ? 1 : 0));
    this.#codings.coders.push(this.coderNumbers.numberOf(coderId));
    this.#lastCode = code;
  }

  documents(): (readonly [SourceId, DocumentUsage])[] {
    return [...this.#found].map(([id, { quotations, codes, coders }]) => [
      id as SourceId,
      { quotations, codings: codes.length, codes: triples(codes), coders: pairs(coders) },
    ]);
  }
}

/** How often each code is there, and how often with the mark of being there again. */
function triples(marks: readonly number[]): number[] {
  const places = new Map<number, number>();
  const found: number[] = [];
  for (const mark of marks) {
    const code = mark >> 1;
    let at = places.get(code);
    if (at === undefined) {
      at = found.push(code, 0, 0) - 3;
      places.set(code, at);
    }
    found[at + 1] = (found[at + 1] ?? 0) + 1;
    found[at + 2] = (found[at + 2] ?? 0) + (mark & 1);
  }
  return found;
}

function pairs(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].flat();
}
