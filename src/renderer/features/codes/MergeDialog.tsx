import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { formatNumber, useTranslation } from '../../i18n';
import { Dialog, Swatch, TextField } from '../../ui';
import { mergeCodes } from './code-commands';
import { type CodesModel, folded } from './codes-model';
import { codesStore } from './codes-store';
import './MergeDialog.css';

interface MergeDialogProps {
  readonly model: CodesModel;
  readonly fromIds: readonly CodeId[];
}

/** Which code shall take over what these have. */
export function MergeDialog({ model, fromIds }: MergeDialogProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const targets = useMemo(() => targetsFor(model, fromIds, search), [model, fromIds, search]);
  const from = fromIds.map((id) => model.tree.get(id)?.name ?? '').join(', ');
  const close = () => codesStore.setState({ mergingIds: null });
  const choose = (code: CodeRow | undefined) => {
    if (!code) return;
    close();
    void mergeCodes(fromIds, code.id);
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('codes:mergeChoose', { from })}
      description={t('codes:mergeHint')}
      onSubmit={() => choose(targets[0])}
    >
      <TextField
        label={t('codes:mergeSearch')}
        isLabelHidden
        icon={Search}
        placeholder={t('codes:mergeSearch')}
        value={search}
        onChange={setSearch}
        autoFocus
      />
      <ul className="merge__targets" aria-label={t('codes:mergeTargets')}>
        {targets.map((code) => (
          <li key={code.id}>
            <button type="button" className="merge__target" onClick={() => choose(code)}>
              <Swatch color={code.color} isHollow={!code.isCodable} />
              <span className="row__name">{code.path}</span>
              <span className="row__count">{formatNumber(code.codings)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const mostTargets = 200;

/** A code can't be merged into itself or into what is below it. */
function targetsFor(model: CodesModel, fromIds: readonly CodeId[], search: string): readonly CodeRow[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const excluded = new Set(
    fromIds.flatMap((id) => [id, ...model.tree.descendants(id).map((code) => code.id)]),
  );
  return model.tree.flattened
    .filter((code) => !excluded.has(code.id) && words.every((word) => folded(code.path).includes(word)))
    .slice(0, mostTargets);
}
