export { createEngine, type Engine, type RunOptions } from './engine';
export type { DocumentFiles, Platform } from './platform';
