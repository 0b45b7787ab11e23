export { folded } from './fold';
export {
  createTextNavigator,
  type SelectionUnit,
  type TextNavigator,
  type TextSpan,
} from './navigator';
export { type NormalizedText, normalizeText, type TextChanges } from './normalize-text';
export { codePointLength, createPositionMap, type PositionMap, sliceByCodePoints } from './positions';
export { contextLength, passageContext, quotationContext, quoteLine } from './quote';
export {
  type FlatSpans,
  paragraphNumber,
  paragraphSpans,
  sentenceSpans,
  unitSpans,
  wordSpans,
} from './units';
export { needsSegmenter } from './words';
