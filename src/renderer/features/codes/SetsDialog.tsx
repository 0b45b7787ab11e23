import { Group, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CodeRow, CodeSetRow } from '../../../contract/queries';
import { folded } from '../../../core/text';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, classNames, Dialog, EmptyState, IconButton, Swatch, TextField } from '../../ui';
import { EditableName } from '../inspector/EditableName';
import { codesStore } from './codes-store';
import { makeSet } from './set-menu';
import './SetsDialog.css';

/** All sets at the left, at the right the codes of the one that is chosen. */
export function SetsDialog() {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const { data: sets } = useEngineQuery('codeSets.list', {});
  const { data: codes } = useEngineQuery('codes.tree', {});
  const [chosenId, setChosenId] = useState<string | null>(null);
  const namingId = codesStore((store) => store.namingSetId);
  if (!sets || !codes) return null;
  const chosen = sets.find(({ id }) => id === (namingId ?? chosenId)) ?? sets.at(-1);
  return (
    <Dialog
      isOpen
      onClose={() => codesStore.setState({ isManagingSets: false, namingSetId: null })}
      title={t('codes:sets.title')}
      description={t('codes:sets.hint')}
      width={680}
    >
      <div className="sets">
        <div className="sets__list">
          <ul aria-label={t('codes:sets.title')}>
            {sets.map(({ id, name, codeIds }) => (
              <li key={id}>
                <button
                  type="button"
                  className={classNames('sets__set', id === chosen?.id && 'sets__set--chosen')}
                  aria-pressed={id === chosen?.id}
                  onClick={() => {
                    codesStore.setState({ namingSetId: null });
                    setChosenId(id);
                  }}
                >
                  <span className="row__name">{name}</span>
                  <span className="row__count">{codeIds.length}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button icon={Plus} variant="quiet" disabled={isReadOnly} onClick={() => void makeSet([])}>
            {t('codes:sets.new')}
          </Button>
        </div>
        {chosen ? (
          <Members
            key={chosen.id}
            set={chosen}
            codes={codes}
            isReadOnly={isReadOnly}
            isNaming={chosen.id === namingId}
          />
        ) : (
          <EmptyState
            size="panel"
            icon={Group}
            title={t('codes:sets.empty')}
            body={t('codes:sets.emptyBody')}
          />
        )}
      </div>
    </Dialog>
  );
}

interface MembersProps {
  readonly set: CodeSetRow;
  readonly codes: readonly CodeRow[];
  readonly isReadOnly: boolean;
  readonly isNaming: boolean;
}

function Members({ set, codes, isReadOnly, isNaming }: MembersProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const words = folded(search).split(/\s+/).filter(Boolean);
  const shown = codes.filter(({ path }) => words.every((word) => folded(path).includes(word)));
  return (
    <div className="sets__members">
      <div className="sets__head">
        <EditableName
          value={set.name}
          label={t('codes:sets.name')}
          isReadOnly={isReadOnly}
          isNew={isNaming}
          onRename={(name) => runOrTell('codeSet.rename', { id: set.id, name }).then((done) => done !== null)}
        />
        <IconButton
          icon={Trash2}
          label={t('codes:sets.delete', { name: set.name })}
          disabled={isReadOnly}
          onClick={() => void runOrTell('codeSet.delete', { id: set.id })}
        />
      </div>
      <TextField
        label={t('codes:filter')}
        isLabelHidden
        placeholder={t('codes:filter')}
        value={search}
        onChange={setSearch}
      />
      <ul className="sets__codes" aria-label={t('codes:sets.members', { name: set.name })}>
        {shown.map(({ id, name, color, isCodable, depth }) => {
          const isIn = set.codeIds.includes(id);
          return (
            <li key={id} style={{ paddingInlineStart: words.length > 0 ? 0 : depth * 16 }}>
              <Swatch color={color} isHollow={!isCodable} />
              <Checkbox
                label={name}
                checked={isIn}
                disabled={isReadOnly}
                onChange={(wanted) =>
                  void runOrTell(wanted ? 'codeSet.add' : 'codeSet.remove', { id: set.id, codeIds: [id] })
                }
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
