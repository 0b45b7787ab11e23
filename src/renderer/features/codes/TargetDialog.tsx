import { Search } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { formatNumber, useTranslation } from '../../i18n';
import { Dialog, Swatch, TextField } from '../../ui';
import { type CodesModel, folded } from './codes-model';
import './TargetDialog.css';

interface TargetDialogProps {
  readonly model: CodesModel;
  readonly title: string;
  readonly description: ReactNode;
  /** Name of the list, for assistive technology. */
  readonly listLabel: string;
  /** The codes in hand; they and what is below them are no targets. */
  readonly codeIds: readonly CodeId[];
  /** What stands first where nothing is typed: no code at all. */
  readonly topLabel?: string | undefined;
  /** Null: `topLabel`. */
  readonly onChoose: (id: CodeId | null) => void;
  readonly onClose: () => void;
}

/** One code is chosen by typing; Enter takes the first line. */
export function TargetDialog(props: TargetDialogProps) {
  const { model, codeIds, topLabel, onChoose, onClose } = props;
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const targets = useMemo(() => targetsFor(model, codeIds, search), [model, codeIds, search]);
  const hasTop = topLabel !== undefined && search.trim() === '';
  const chooseFirst = () => {
    const first = hasTop ? null : targets[0]?.id;
    if (first !== undefined) onChoose(first);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={props.title}
      description={props.description}
      onSubmit={chooseFirst}
    >
      <TextField
        label={t('codes:targetSearch')}
        isLabelHidden
        icon={Search}
        placeholder={t('codes:targetSearch')}
        value={search}
        onChange={setSearch}
        autoFocus
      />
      <ul className="targets" aria-label={props.listLabel}>
        {hasTop && (
          <li>
            <button type="button" className="targets__target" onClick={() => onChoose(null)}>
              <span className="row__name">{topLabel}</span>
            </button>
          </li>
        )}
        {targets.map((code) => (
          <li key={code.id}>
            <button type="button" className="targets__target" onClick={() => onChoose(code.id)}>
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

function targetsFor(model: CodesModel, codeIds: readonly CodeId[], search: string): readonly CodeRow[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const excluded = new Set(
    codeIds.flatMap((id) => [id, ...model.tree.descendants(id).map((code) => code.id)]),
  );
  return model.tree.flattened
    .filter((code) => !excluded.has(code.id) && words.every((word) => folded(code.path).includes(word)))
    .slice(0, mostTargets);
}
