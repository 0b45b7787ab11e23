import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MemoTypeRow } from '../../../contract/memos';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Dialog, IconButton, TextField } from '../../ui';
import { AutoGrowingText } from './AutoGrowingText';
import './MemoTypesDialog.css';
import { closeMemoTypes } from './memo-types-store';
import { TypeColor } from './TypeColor';
import { useTextDraft } from './use-text-draft';

/** The kinds of memos that this project knows: their names and colours. */
export function MemoTypesDialog() {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const { data: types } = useEngineQuery('memoTypes.list', {});
  const [name, setName] = useState('');
  const isTaken = types?.some((type) => type.name === name.trim()) ?? false;
  const add = async () => {
    if (name.trim() === '' || isTaken) return;
    if (await runOrTell('memoType.create', { name })) setName('');
  };
  return (
    <Dialog
      isOpen
      onClose={closeMemoTypes}
      title={t('memos:types.title')}
      description={t('memos:types.description')}
      width={420}
      onSubmit={() => void add()}
      footer={<Button onClick={closeMemoTypes}>{t('close')}</Button>}
    >
      {types && types.length > 0 && (
        <ul className="memo-types" aria-label={t('memos:types.title')}>
          {types.map((type) => (
            <TypeRow key={type.id} type={type} isReadOnly={isReadOnly} />
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <div className="memo-types__new">
          <TextField
            label={t('memos:types.new')}
            value={name}
            onChange={setName}
            placeholder={t('memos:types.hint')}
            isInvalid={isTaken}
            note={isTaken ? t('memos:types.taken', { name: name.trim() }) : undefined}
            maxLength={500}
          />
          <Button icon={Plus} disabled={name.trim() === '' || isTaken} onClick={() => void add()}>
            {t('memos:types.add')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function TypeRow({ type, isReadOnly }: { readonly type: MemoTypeRow; readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { id, name, color, memos } = type;
  const draft = useTextDraft(`memoType:${id}`, name, {
    holdsEmpty: true,
    write: async (next) => (await runOrTell('memoType.update', { id, name: next })) !== null,
  });
  return (
    <li className="memo-types__row">
      <TypeColor
        name={name}
        color={color}
        isReadOnly={isReadOnly}
        onChange={(next) => void runOrTell('memoType.update', { id, color: next })}
      />
      <AutoGrowingText
        className="memo-types__name"
        label={t('memos:types.nameOf', { name })}
        value={draft.text}
        onChange={(text) => draft.type(text.replaceAll('\n', ''))}
        onBlur={() => (draft.text.trim() === '' ? draft.type(name) : void draft.flush())}
        readOnly={isReadOnly}
      />
      <span className="memo-types__count">{t('memos', { count: memos })}</span>
      {!isReadOnly && (
        <IconButton
          icon={Trash2}
          size="small"
          label={t('memos:types.delete', { name })}
          onClick={() => void runOrTell('memoType.delete', { id })}
        />
      )}
    </li>
  );
}
