/**
 * What a repair saved, and in plain words what it could not. Sentences of one kind are gathered, so that a destroyed
 * page does not make a hundred lines.
 */
import { quoteLine } from '../../core/text';

export interface SavedCounts {
  readonly documents: number;
  readonly folders: number;
  readonly codes: number;
  readonly quotations: number;
  readonly codings: number;
  readonly memos: number;
  readonly coders: number;
  /** Entries of the history, the one about the repair left out. */
  readonly changes: number;
}

export interface Salvage {
  readonly saved: SavedCounts;
  /** Whether the history came along; else the new file's begins with the repair. */
  readonly isHistoryKept: boolean;
  /** What is not in the new file, a sentence each. */
  readonly lost: readonly string[];
  /** What was put right or had to be guessed, a sentence each. */
  readonly mended: readonly string[];
}

/** `many` gets the count and the first few names. */
export interface Finding {
  readonly kind: string;
  readonly name: string;
  readonly one: (name: string) => string;
  readonly many: (count: number, names: string) => string;
}

export interface Notes {
  lose(finding: Finding | string): void;
  mend(finding: Finding | string): void;
  readonly lost: readonly string[];
  readonly mended: readonly string[];
}

const named = 5;

export function createNotes(): Notes {
  const lost = new Map<string, Finding[] | string>();
  const mended = new Map<string, Finding[] | string>();
  const add = (to: Map<string, Finding[] | string>, finding: Finding | string) => {
    if (typeof finding === 'string') {
      to.set(finding, finding);
      return;
    }
    const known = to.get(finding.kind);
    if (Array.isArray(known)) known.push(finding);
    else to.set(finding.kind, [finding]);
  };
  return {
    lose: (finding) => add(lost, finding),
    mend: (finding) => add(mended, finding),
    get lost() {
      return [...lost.values()].map(inWords);
    },
    get mended() {
      return [...mended.values()].map(inWords);
    },
  };
}

function inWords(findings: Finding[] | string): string {
  if (typeof findings === 'string') return findings;
  const [first] = findings;
  if (!first) return '';
  if (findings.length === 1) return first.one(first.name);
  const names = findings
    .slice(0, named)
    .map(({ name }) => name)
    .join(', ');
  const more = findings.length - named;
  return first.many(findings.length, more > 0 ? `${names} and ${more} more` : names);
}

/** A name in quotation marks, short enough for a sentence. */
export function quoted(text: string): string {
  return text.trim() === '' ? 'without a name' : `“${quoteLine(text, 60)}”`;
}

export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}
