export {
  type CarriedOver,
  type CarryOver,
  type Choice,
  type Conflict,
  createCarryOver,
  type Version,
} from './carry-over';
export {
  type ChangeList,
  type ChangeMap,
  createChangeMap,
  followedBy,
  followedByAll,
  inverted,
  lengthAfter,
  type Side,
  type TextChange,
} from './changes';
export { betweenCharacters, isBetweenCharacters } from './clusters';
export { changesInCodePoints, changesInUtf16, diffText, explains } from './diff-text';
export {
  type AnchorOutcome,
  createReanchoring,
  type Reanchored,
  type Reanchoring,
  reanchor,
} from './reanchor';
export { type MappedSpan, mapSpan, mapSpans, mapWithFates, type SpanFate } from './spans';
