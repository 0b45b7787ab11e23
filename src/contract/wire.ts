import type { Result } from '../core/result';
import type { EngineEvent } from './events';

/**
 * What crosses the port between a window and the engine. These five messages never grow: a new feature is a new
 * command or query name, not a new message.
 */
export type UpMessage =
  | { readonly type: 'run'; readonly id: string; readonly name: string; readonly args: unknown }
  | { readonly type: 'query'; readonly id: string; readonly name: string; readonly args: unknown }
  | { readonly type: 'cancel'; readonly id: string };

export type DownMessage =
  | { readonly type: 'reply'; readonly id: string; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly event: EngineEvent };
