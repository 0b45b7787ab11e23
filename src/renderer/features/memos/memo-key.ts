import type { MemoTarget } from '../../../core/entities';
import type { ProjectId } from '../../../core/ids';

/** Names the memo of one target in one project. */
export function memoKey(projectId: ProjectId, target: MemoTarget): string {
  return `memo:${projectId}:${target.kind}${'id' in target ? `:${target.id}` : ''}`;
}
