import type { CSSProperties } from 'react';
import { classNames } from '../../ui';
import type { Piece } from './passage-pieces';

/** The words of a passage, what is coded in full ink and painted, its surroundings quiet. */
export function Pieces({
  pieces,
  styleOf,
}: {
  readonly pieces: readonly Piece[];
  readonly styleOf: (piece: Piece) => CSSProperties;
}) {
  return pieces.map((piece, index) => {
    const { text, isRow, isColumn, isPlace } = piece;
    const isCoded = isRow || isColumn || isPlace;
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told apart by their order alone
        key={index}
        className={classNames('passage__piece', isCoded && 'passage__piece--coded')}
        style={styleOf(piece)}
      >
        {text}
      </span>
    );
  });
}
