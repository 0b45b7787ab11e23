import type { QuotationId } from '../../core/ids';
import type { TextSpan } from '../../core/text';
import { placeQuotation } from '../../storage/repositories/codings';
import type { Database } from '../../storage/sqlite/types';

export interface Move {
  readonly id: QuotationId;
  readonly from: TextSpan;
  readonly to: TextSpan;
}

/**
 * Writes new places. A place can be had by one quotation only, so whoever stands where another wants to go goes first;
 * where they want to exchange places, one waits beyond the end of every text.
 */
export function placeQuotations(database: Database, moves: readonly Move[]): void {
  const standing = new Map(moves.map((move) => [keyOf(move.from), move]));
  const waiting = new Set(moves);
  const write = (move: Move, to: TextSpan) => {
    placeQuotation(database, move.id, to);
    waiting.delete(move);
    if (standing.get(keyOf(move.from)) === move) standing.delete(keyOf(move.from));
  };
  const parked: Move[] = [];
  for (const first of moves) {
    const chain: Move[] = [];
    const inChain = new Set<Move>();
    for (let move: Move | undefined = first; move && waiting.has(move) && !inChain.has(move); ) {
      chain.push(move);
      inChain.add(move);
      move = standing.get(keyOf(move.to));
    }
    // The last of the chain goes to a free place, unless the chain has closed to a ring.
    const last = chain.at(-1);
    const next = last && standing.get(keyOf(last.to));
    if (last && next && waiting.has(next)) {
      write(last, { start: beyond + parked.length, end: beyond + parked.length + 1 });
      parked.push(last);
      chain.pop();
    }
    for (const move of chain.reverse()) write(move, move.to);
  }
  for (const { id, to } of parked) placeQuotation(database, id, to);
}

/** No text is that long. */
const beyond = 2 ** 40;

function keyOf({ start, end }: TextSpan): string {
  return `${start} ${end}`;
}
