import type { CodeId } from '../../../core/ids';
import { runOrTell } from '../../client';
import { listed, useTranslation } from '../../i18n';
import type { CodesModel } from './codes-model';
import { codesStore } from './codes-store';
import { TargetDialog } from './TargetDialog';

interface MoveDialogProps {
  readonly model: CodesModel;
  readonly codeIds: readonly CodeId[];
}

/** Beneath which code these shall stand: what dragging does, by typing. */
export function MoveDialog({ model, codeIds }: MoveDialogProps) {
  const { t } = useTranslation();
  const codes = codeIds.map((id) => model.tree.get(id)).filter((code) => code !== undefined);
  const close = () => codesStore.setState({ movingIds: null });
  return (
    <TargetDialog
      model={model}
      codeIds={codeIds}
      title={t('codes:moveChoose', { names: listed(codes.map(({ name }) => name)) })}
      description={t('codes:moveHint')}
      listLabel={t('codes:moveTargets')}
      topLabel={codes.some(({ parentId }) => parentId !== null) ? t('codes:moveTop') : undefined}
      onClose={close}
      onChoose={(parentId) => {
        close();
        void runOrTell('code.move', { ids: [...codeIds], parentId, beforeId: null });
      }}
    />
  );
}
