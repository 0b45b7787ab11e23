import { create } from 'zustand';
import type { CodeId } from '../../../core/ids';
import { heldAnswer } from '../../client';
import { listed, t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { announce } from './announcements';
import { applyToPassage, atCaret } from './coding-commands';
import type { OpenDocument } from './open-documents';

/** The codes of a passage, to be put on others; kept until others are copied. */
export const copiedCodesStore = create<{ readonly ids: readonly CodeId[] }>(() => ({ ids: [] }));

export function copyCodes(document: OpenDocument): void {
  copyCodesOf(atCaret(document)?.codings ?? []);
}

export function copyCodesOf(codings: readonly { readonly codeId: CodeId }[]): void {
  const ids = [...new Set(codings.map(({ codeId }) => codeId))];
  if (ids.length === 0) {
    tell({ kind: 'info', message: t('coding:nothingToCopy') });
    return;
  }
  copiedCodesStore.setState({ ids });
  announce(t('coding:copied', { count: ids.length, names: listed(namesOf(ids)) }));
  tell({
    kind: 'success',
    message: t('coding:copied', { count: ids.length, names: listed(namesOf(ids)) }),
  });
}

/** Puts the copied codes on what is selected, or on the sentence at the caret; those that are gone are left out. */
export async function pasteCodes(document: OpenDocument): Promise<void> {
  const known = new Set((heldAnswer('codes.tree', {}) ?? []).map(({ id }) => id));
  const ids = copiedCodesStore.getState().ids.filter((id) => known.has(id));
  if (ids.length === 0) tell({ kind: 'info', message: t('coding:nothingToPaste') });
  else await applyToPassage(document, ids);
}

function namesOf(ids: readonly CodeId[]): string[] {
  const codes = heldAnswer('codes.tree', {}) ?? [];
  return ids.flatMap((id) => codes.find((code) => code.id === id)?.name ?? []);
}
