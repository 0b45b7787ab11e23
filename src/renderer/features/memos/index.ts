export { AutoGrowingText } from './AutoGrowingText';
export { flushDrafts } from './draft-registry';
export { listStep } from './list-step';
export { MemoEditor, type MemoEditorProps } from './MemoEditor';
export { MemosView } from './MemosView';
export { MemoView, type MemoViewProps } from './MemoView';
export type { DraftOptions } from './text-draft';
export { useTextDraft } from './use-text-draft';
