import { create } from 'zustand';
import type { AppError } from '../../core/result';
import { t } from '../i18n';

export interface Message {
  readonly kind: 'error' | 'info' | 'success';
  readonly title?: string;
  readonly message: string;
  /** Further lines, such as the files that were skipped. */
  readonly lines?: readonly string[];
  /** Takes the place of an earlier message of the same topic. */
  readonly topic?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Another way on, beside the first. */
  readonly otherAction?: { readonly label: string; readonly run: () => void };
}

export interface Shown extends Message {
  readonly id: number;
}

export const toastStore = create<{ readonly messages: readonly Shown[] }>(() => ({ messages: [] }));

const mostShown = 4;
let lastId = 0;

/** Says something. Errors, and messages with lines or an action, stay until they are closed. */
export function tell(message: Message): number {
  lastId += 1;
  const id = lastId;
  toastStore.setState(({ messages }) => ({
    messages: [...messages.filter((other) => !isReplaced(other, message)), { ...message, id }].slice(
      -mostShown,
    ),
  }));
  const stays = message.kind === 'error' || (message.lines?.length ?? 0) > 0;
  if (!stays) setTimeout(() => dismiss(id), message.action ? 8_000 : 4_000);
  return id;
}

function isReplaced(other: Shown, message: Message): boolean {
  return other.message === message.message || (message.topic !== undefined && other.topic === message.topic);
}

export function dismiss(id: number): void {
  toastStore.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));
}

/** What a message offers can't be done any more; its words stay. */
export function withdrawAction(id: number): void {
  toastStore.setState(({ messages }) => ({
    messages: messages.map((message) => (message.id === id ? { ...message, action: undefined } : message)),
  }));
}

/** What was offered about a project goes when the project does; errors stay. */
export function dismissOffers(): void {
  toastStore.setState(({ messages }) => ({
    messages: messages.filter(({ kind, action }) => kind === 'error' || !action),
  }));
}

export function tellError(error: AppError): void {
  const { kind, message, detail } = error;
  if (kind === 'bug')
    tell({ kind: 'error', title: t('unexpectedError'), message, lines: detail ? [detail] : [] });
  else tell({ kind: 'error', message });
}
