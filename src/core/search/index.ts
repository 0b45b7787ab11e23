export { createMatcher, type FindOptions, findSpans, type Matcher } from './match';
export { type SearchPattern, termsOf } from './pattern';
export { createReplacement } from './replacement';
