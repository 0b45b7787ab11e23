import type { CodeId } from '../../../core/ids';
import { listed, useTranslation } from '../../i18n';
import { mergeCodes } from './code-commands';
import type { CodesModel } from './codes-model';
import { codesStore } from './codes-store';
import { TargetDialog } from './TargetDialog';

interface MergeDialogProps {
  readonly model: CodesModel;
  readonly fromIds: readonly CodeId[];
}

/** Which code shall take over what these have. */
export function MergeDialog({ model, fromIds }: MergeDialogProps) {
  const { t } = useTranslation();
  const from = listed(fromIds.map((id) => model.tree.get(id)?.name ?? ''));
  const close = () => codesStore.setState({ mergingIds: null });
  return (
    <TargetDialog
      model={model}
      codeIds={fromIds}
      title={t('codes:mergeChoose', { from })}
      description={t('codes:mergeHint')}
      listLabel={t('codes:mergeTargets')}
      onClose={close}
      onChoose={(id) => {
        close();
        if (id) void mergeCodes(fromIds, id);
      }}
    />
  );
}
