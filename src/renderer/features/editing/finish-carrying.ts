import type { Choice } from '../../../core/anchoring';
import { t } from '../../i18n';
import { tell } from '../../ui';
import { type Carrying, closeCarrying } from './editing-store';
import { openEdit } from './start-editing';

/** The correction goes on, in the present text; one choice for each conflict. */
export async function finishCarrying(
  { sourceId, over, present }: Carrying,
  choices: readonly Choice[],
): Promise<void> {
  closeCarrying();
  const { text, changes, conflictPlaces } = over.merged(choices);
  const at = conflictPlaces[0]?.start ?? changes[0]?.from;
  await openEdit(sourceId, present, { text, changes, isCarried: true, at });
  tell({
    kind: 'success',
    topic: 'editing',
    message: [
      t('editing:carry.done', { count: over.carried }),
      ...(over.alike > 0 ? [t('editing:carry.alike', { count: over.alike })] : []),
      ...(choices.length > 0 ? [t('editing:carry.decided', { count: choices.length })] : []),
    ].join(' '),
  });
}
