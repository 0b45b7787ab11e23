import type { AnchorQuestion, ReplacementPreview } from '../../../contract/editing';
import type { QuotationId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';

/** What was said of a quotation: where it stands in the newer text (code points), or that it goes. */
export type Decision =
  | { readonly kind: 'accept'; readonly place: TextSpan }
  | { readonly kind: 'place'; readonly place: TextSpan }
  | { readonly kind: 'drop' };

export type Decisions = ReadonlyMap<QuotationId, Decision>;

/** What is shown of a quotation; one that was found, with other words, may be looked at and put elsewhere. */
export interface Shown extends AnchorQuestion {
  readonly isFound: boolean;
}

/** Those that somebody has to decide on, the doubtful ones first, then those that were found with other words. */
export function questionsOf({ doubtful, lost, reworded }: ReplacementPreview): readonly Shown[] {
  return [
    ...[...doubtful, ...lost].map((question) => ({ ...question, isFound: false })),
    ...reworded.map((question) => ({ ...question, isFound: true })),
  ];
}

export function withDecision(decisions: Decisions, id: QuotationId, decision: Decision): Decisions {
  return new Map(decisions).set(id, decision);
}

/** One decision for all that are still open, where it can be one. */
export function decideOpen(
  decisions: Decisions,
  questions: readonly Shown[],
  how: 'accept' | 'drop',
): Decisions {
  const all = new Map(decisions);
  for (const { id, proposed, isFound } of questions) {
    if (isFound || all.has(id)) continue;
    if (how === 'accept' && proposed) {
      all.set(id, { kind: 'accept', place: { start: proposed.start, end: proposed.end } });
    }
    if (how === 'drop' && !proposed) all.set(id, { kind: 'drop' });
  }
  return all;
}

export function openCount(decisions: Decisions, questions: readonly Shown[]): number {
  return questions.filter(({ id, isFound }) => !isFound && !decisions.has(id)).length;
}

/** The next question without a decision after one, going round; the same where all are decided. */
export function nextOpen(decisions: Decisions, questions: readonly Shown[], from: number): number {
  for (let step = 1; step <= questions.length; step += 1) {
    const at = (from + step) % questions.length;
    const question = questions[at];
    if (question && !question.isFound && !decisions.has(question.id)) return at;
  }
  return from;
}

export function toArguments(decisions: Decisions) {
  return [...decisions].map(([id, decision]) => ({
    id,
    place: decision.kind === 'drop' ? null : { start: decision.place.start, end: decision.place.end },
  }));
}
