import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { openTab } from '../../app/workspace-store';
import { run, runOrTell } from '../../client';
import { useTranslation } from '../../i18n';
import { Checkbox, classNames, Popover, Swatch, tellError } from '../../ui';
import { ColorRing } from '../codes/ColorRing';
import { AutoGrowingText } from '../memos/AutoGrowingText';
import { useTextDraft } from '../memos/use-text-draft';

const furtherTexts = ['whenToUse', 'whenNotToUse', 'examples'] as const;
type TextName = 'definition' | (typeof furtherTexts)[number];

interface CodeEntryProps {
  readonly code: CodeRow;
  readonly canEdit: boolean;
  /** Was asked for from elsewhere: marked for a moment. */
  readonly isRevealed: boolean;
}

/** One code of the codebook. Everything is edited in its place; empty parts are offered, not shown. */
export function CodeEntry({ code, canEdit, isRevealed }: CodeEntryProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<readonly TextName[]>([]);
  const shown = furtherTexts.filter((name) => code[name] !== '' || added.includes(name));
  const missing = furtherTexts.filter((name) => !shown.includes(name));
  return (
    <section
      className={classNames('code-entry', isRevealed && 'code-entry--revealed')}
      style={{ paddingLeft: code.depth * 24 }}
      aria-label={code.path}
    >
      <div className="code-entry__line">
        <EntryColor code={code} canEdit={canEdit} />
        <NameField code={code} canEdit={canEdit} />
        {code.status !== 'inUse' && (
          <span className="code-row__status">{t(`codes:status.${code.status}`)}</span>
        )}
        <button
          type="button"
          className="code-entry__count"
          onClick={() => openTab({ kind: 'quotations', codeId: code.id })}
        >
          {t('codings', { count: code.isCodable ? code.codings : code.codingsWithSubcodes })}
        </button>
      </div>
      <ProseField code={code} name="definition" canEdit={canEdit} />
      {shown.map((name) => (
        <div key={name} className="code-entry__part">
          <h3>{t(`codebook:${name}`)}</h3>
          <ProseField
            code={code}
            name={name}
            canEdit={canEdit}
            autoFocus={added.includes(name) && code[name] === ''}
          />
        </div>
      ))}
      {canEdit && (
        <div className="code-entry__offers">
          {missing.map((name) => (
            <button
              key={name}
              type="button"
              className="code-entry__offer"
              onClick={() => setAdded([...added, name])}
            >
              <Plus size={12} strokeWidth={1.75} aria-hidden />
              {t(`codebook:${name}`)}
            </button>
          ))}
          <Checkbox
            label={t('codebook:isFolder')}
            checked={!code.isCodable}
            onChange={(isFolder) => void runOrTell('code.update', { id: code.id, isCodable: !isFolder })}
          />
        </div>
      )}
    </section>
  );
}

function EntryColor({ code, canEdit }: Pick<CodeEntryProps, 'code' | 'canEdit'>) {
  const { t } = useTranslation();
  const swatch = <Swatch color={code.color} size={13} isHollow={!code.isCodable} />;
  if (!canEdit) return <span className="code-entry__color">{swatch}</span>;
  return (
    <Popover
      label={t('codes:colorOf', { name: code.name })}
      trigger={
        <button
          type="button"
          className="code-entry__color"
          aria-label={t('codes:colorOf', { name: code.name })}
        >
          {swatch}
        </button>
      }
    >
      <ColorRing
        value={code.color}
        onChange={(color) => {
          if (color !== code.color) void runOrTell('code.update', { id: code.id, color });
        }}
      />
    </Popover>
  );
}

/** Renamed when it is left or on Enter; Escape gives the old name back. */
function NameField({ code, canEdit }: Pick<CodeEntryProps, 'code' | 'canEdit'>) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const save = async () => {
    const name = draft?.trim() ?? '';
    if (name !== '' && name !== code.name) {
      const result = await run('code.update', { id: code.id, name });
      if (!result.ok) tellError(result.error);
    }
    setDraft(null);
  };
  return (
    <input
      className="code-entry__name"
      aria-label={t('codebook:name')}
      value={draft ?? code.name}
      readOnly={!canEdit}
      maxLength={500}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null);
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

interface ProseFieldProps extends Pick<CodeEntryProps, 'code' | 'canEdit'> {
  readonly name: TextName;
  readonly autoFocus?: boolean;
}

function ProseField({ code, name, canEdit, autoFocus = false }: ProseFieldProps) {
  const { t } = useTranslation();
  const { id } = code;
  const draft = useTextDraft(`code:${id}:${name}`, code[name], {
    write: async (text) => (await runOrTell('code.update', { id, [name]: text })) !== null,
    // A step of undo for each: a pause of typing is longer here than for memos.
    pause: 900,
  });
  if (!canEdit && code[name] === '') return null;
  return (
    <AutoGrowingText
      className="code-entry__prose"
      face="document"
      label={`${code.name}: ${t(`codebook:${name}`)}`}
      placeholder={t(`codebook:${name}Placeholder`)}
      value={draft.text}
      readOnly={!canEdit}
      autoFocus={autoFocus}
      onChange={draft.type}
      onBlur={() => void draft.flush()}
    />
  );
}
