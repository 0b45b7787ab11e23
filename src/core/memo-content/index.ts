export { memoDocOf } from './check';
export {
  docOfMemo,
  docOfText,
  isMemoContent,
  joined,
  type MemoWriting,
  plainText,
  referencesIn,
  writingOf,
} from './plain';
export * from './types';
