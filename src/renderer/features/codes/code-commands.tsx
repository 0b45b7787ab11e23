import type { DeletionPreview, MergePreview } from '../../../contract/queries';
import { parseCodePath } from '../../../core/code-tree';
import type { CodeId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { fetchQuery, runOrTell } from '../../client';
import { listed, t } from '../../i18n';
import { confirm, tellError } from '../../ui';
import type { DropPlace } from '../../ui/tree';
import type { CodesModel } from './codes-model';
import { codesStore } from './codes-store';

/** Makes the code of a written path (`Parent > Child`) with the parents that are missing. */
export async function createCodeByPath(path: string): Promise<CodeId | null> {
  const names = parseCodePath(path);
  if (!names) return null;
  const made = await runOrTell('code.createPath', { path: names });
  if (!made) return null;
  codesStore.setState({ selectedIds: [made.value.id] });
  inspect({ kind: 'code', id: made.value.id });
  return made.value.id;
}

/** Makes a code with a name that is free and lets it be named where it stands. */
export async function createCodeIn(
  model: CodesModel,
  parentId: CodeId | null,
  isCodable = true,
): Promise<void> {
  const base = t(isCodable ? 'codes:newName' : 'codes:newFolderName');
  let name = base;
  for (let number = 2; model.tree.sibling(parentId, name); number += 1) name = `${base} ${number}`;
  const made = await runOrTell('code.create', { name, parentId, isCodable });
  if (!made) return;
  codesStore.setState(({ closedIds }) => ({
    filter: '',
    renamingId: made.value.id,
    selectedIds: [made.value.id],
    closedIds: new Set([...closedIds].filter((id) => id !== parentId)),
  }));
}

export function canDropCodes(model: CodesModel, ids: readonly string[], place: DropPlace): boolean {
  if (place.kind === 'between' && !model.isInOwnOrder) return false;
  const parentId = (place.kind === 'onto' ? place.id : place.parentId) as CodeId | null;
  return (ids as readonly CodeId[]).every((id) => !model.tree.wouldMakeCycle(id, parentId));
}

/** Dropping moves; dropping onto a code with Alt merges. */
export async function dropCodes(ids: readonly CodeId[], place: DropPlace, isAlt: boolean): Promise<void> {
  if (place.kind === 'onto' && place.id !== null && isAlt) {
    await mergeCodes(ids, place.id as CodeId);
    return;
  }
  const parentId = (place.kind === 'onto' ? place.id : place.parentId) as CodeId | null;
  const beforeId = (place.kind === 'between' ? place.beforeId : null) as CodeId | null;
  await runOrTell('code.move', { ids: [...ids], parentId, beforeId });
}

/** Asks, then moves all that the codes have to another one and deletes them. */
export async function mergeCodes(fromIds: readonly CodeId[], intoId: CodeId): Promise<boolean> {
  const codes = await fetchQuery('codes.tree', {});
  const nameOf = (id: CodeId) => codes.find((code) => code.id === id)?.name ?? '';
  const from = listed(fromIds.map(nameOf));
  const preview = await fetchQuery('code.mergePreview', { fromIds: [...fromIds], intoId }).catch((error) => {
    tellError(error);
    return null;
  });
  if (!preview) return false;
  const isConfirmed = await confirm({
    title: t('codes:mergeTitle', { from, into: nameOf(intoId) }),
    body: <Moves preview={preview} from={from} into={nameOf(intoId)} />,
    confirmLabel: t('codes:mergeDo'),
  });
  if (!isConfirmed) return false;
  const done = await runOrTell('code.merge', { fromIds: [...fromIds], intoId });
  if (!done) return false;
  codesStore.setState({ selectedIds: [intoId] });
  inspect({ kind: 'code', id: intoId });
  return true;
}

/** Says what goes along and offers to merge instead, then deletes. */
export async function deleteCodes(model: CodesModel, ids: readonly CodeId[]): Promise<void> {
  // What stands below another chosen code goes with that one.
  const tops = ids.filter((id) => !model.tree.ancestors(id).some((above) => ids.includes(above.id)));
  for (const id of tops) {
    const code = model.tree.get(id);
    if (!code) continue;
    const preview = await fetchQuery('code.deletionPreview', { id }).catch((error) => {
      tellError(error);
      return null;
    });
    if (!preview) return;
    const hasMore = preview.subcodes + preview.codings + preview.memos > 0;
    const isConfirmed = await confirm({
      title: t('codes:deleteTitle', { name: code.name }),
      body: <GoesAlong preview={preview} />,
      confirmLabel: t('delete'),
      danger: true,
      ...(hasMore
        ? {
            extra: {
              label: t('codes:mergeInstead'),
              onSelect: () => codesStore.setState({ mergingIds: [id] }),
            },
          }
        : {}),
    });
    if (!isConfirmed || !(await runOrTell('code.delete', { id }))) return;
  }
  codesStore.setState({ selectedIds: [] });
}

interface MovesProps {
  readonly preview: MergePreview;
  readonly from: string;
  readonly into: string;
}

function Moves({ preview, from, into }: MovesProps) {
  const { codings, quotations, documents, alreadyThere, subcodes, memos } = preview;
  const parts = [
    codings > 0
      ? t('codes:mergeCodings', {
          codings: t('codings', { count: codings }),
          quotations: t('quotations', { count: quotations }),
          documents: t('documents', { count: documents }),
        })
      : null,
    alreadyThere > 0 ? t('codes:mergeTwins', { count: alreadyThere, into }) : null,
    subcodes > 0 ? t('subcodes', { count: subcodes }) : null,
    memos > 0 ? t('memos', { count: memos }) : null,
  ].filter((part) => part !== null);
  return (
    <>
      <p>{t(parts.length > 0 ? 'codes:mergeMoves' : 'codes:mergeNothing', { from, into })}</p>
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      <p>{t('codes:mergeBody', { from })}</p>
    </>
  );
}

function GoesAlong({ preview }: { readonly preview: DeletionPreview }) {
  const { subcodes, quotations, codings, memos, coders } = preview;
  const parts = [
    subcodes > 0 ? t('subcodes', { count: subcodes }) : null,
    codings > 0 ? t('codings', { count: codings }) : null,
    quotations > 0 ? t('codes:quotationsLeft', { count: quotations }) : null,
    memos > 0 ? t('memos', { count: memos }) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return <p>{t('codes:nothingGoesAlong')}</p>;
  return (
    <>
      <p>{t('goesAlong')}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {coders.length > 0 && <p>{t('codedBy', { names: coders.join(', ') })}</p>}
      <p>{t('canBeUndone')}</p>
    </>
  );
}
