export {
  type ChangeList,
  type ChangeMap,
  createChangeMap,
  followedBy,
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
