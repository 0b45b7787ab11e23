export { Tree, type TreeHandle, type TreeProps, type TreeRowState } from './Tree';
export type { DropPlace, TreeModel } from './tree-model';
