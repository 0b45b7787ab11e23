import { CaseSensitive, FileText, User, WholeWord } from 'lucide-react';
import { type RefObject, useEffect, useMemo } from 'react';
import type { QueryResult } from '../../../contract/queries';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { IconButton, SegmentedControl, Select } from '../../ui';
import { FilterChip } from '../cooccurrence/FilterChip';
import '../cooccurrence/Toolbar.css';
import { AccentsIcon } from '../find/AccentsIcon';
import { type AutocodeOptions, autocodeOptions, changeOptions, findKinds, units } from './autocode-options';
import { search } from './autocode-store';
import { CodeChooser } from './CodeChooser';

interface AutocodeFormProps {
  readonly field: RefObject<(HTMLInputElement | HTMLTextAreaElement) | null>;
  readonly sources: QueryResult<'sources.tree'> | undefined;
}

/** Milliseconds after the last key: places come while one types, but not of half a word. */
const pause = 220;

/** What is looked for, how much around it is coded, where, and with which code. */
export function AutocodeForm({ field, sources }: AutocodeFormProps) {
  const { t } = useTranslation();
  const options = autocodeOptions();
  const { kind, unit, speakers, scope, text } = options;
  const { data: known } = useEngineQuery('speakers.list', scope ? { sourceIds: [...scope] } : {});
  const hasWords = kind !== 'speakers';

  // biome-ignore lint/correctness/useExhaustiveDependencies: every choice is a reason to look again
  useEffect(() => {
    const timer = setTimeout(search, text === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [options]);

  const items = useMemo(() => sources && documentItems(sources), [sources]);
  return (
    <search className="autocode-form" aria-label={t('autocode:title')}>
      <div className="autocode-form__line">
        <SegmentedControl
          label={t('autocode:kind.label')}
          value={kind}
          options={findKinds.map((value) => ({ value, label: t(`autocode:kind.${value}`) }))}
          onChange={(next) => {
            // Whose words are looked at is another question than whose turns are coded.
            const isOther = (next === 'speakers') !== (kind === 'speakers');
            changeOptions({ kind: next, ...(isOther ? { speakers: null } : {}) });
          }}
        />
      </div>
      {hasWords && <WordsField field={field} options={options} />}
      <div className="autocode-form__line autocode-form__line--wrap">
        {(known?.length ?? 0) > 0 && kind !== 'headings' && (
          <FilterChip
            label={t(hasWords ? 'autocode:saidBy' : 'autocode:speakers')}
            searchLabel={t('autocode:speakersSearch')}
            items={(known ?? []).map(({ name, turns }) => ({
              id: name,
              name: name || t('structure:unknownSpeaker'),
              count: turns,
              leading: <User size={14} strokeWidth={1.5} aria-hidden />,
            }))}
            chosen={hasWords ? speakers : (speakers ?? [])}
            hiddenText={null}
            onChange={(next) =>
              changeOptions({ speakers: hasWords ? next : (next ?? (known ?? []).map(({ name }) => name)) })
            }
          />
        )}
        <Select
          label={t('autocode:unit.label')}
          value={unit}
          options={units.map((value) => ({
            value,
            label: t(`autocode:unit.${value}`, { context: kind }),
            ...(value === 'turn' ? { description: t('autocode:unit.turnAbout') } : {}),
          }))}
          onChange={(next) => changeOptions({ unit: next })}
        />
        <FilterChip
          label={t('autocode:scope')}
          searchLabel={t('autocode:scopeSearch')}
          items={items ?? []}
          chosen={scope}
          hiddenText={null}
          onChange={(next) => changeOptions({ scope: next })}
        />
        <CodeChooser code={options.code} onChange={(code) => changeOptions({ code })} />
      </div>
      {kind === 'speakers' && known?.length === 0 && (
        <p className="autocode-form__note">{t('autocode:noSpeakers')}</p>
      )}
    </search>
  );
}

function WordsField({
  field,
  options,
}: {
  readonly field: AutocodeFormProps['field'];
  readonly options: AutocodeOptions;
}) {
  const { t } = useTranslation();
  const { kind, text, matchCase, matchAccents, wholeWord } = options;
  const props = {
    'aria-label': t(`autocode:field.${kind}`),
    placeholder: t(`autocode:field.${kind}`),
    spellCheck: false,
    autoComplete: 'off',
    value: text,
    onChange: ({ target }: { target: { value: string } }) => changeOptions({ text: target.value }),
  };
  return (
    <div className="autocode-form__line">
      {kind === 'terms' ? (
        <textarea
          ref={field as RefObject<HTMLTextAreaElement>}
          className="field__input field__input--area autocode-form__field"
          rows={4}
          {...props}
        />
      ) : (
        <input
          ref={field as RefObject<HTMLInputElement>}
          type="search"
          className="field__input autocode-form__field"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            document.querySelector<HTMLElement>('.place-list')?.focus();
            event.preventDefault();
          }}
          {...props}
        />
      )}
      <IconButton
        icon={CaseSensitive}
        label={t('find:matchCase')}
        isPressed={matchCase}
        onClick={() => changeOptions({ matchCase: !matchCase })}
      />
      <IconButton
        icon={AccentsIcon}
        label={t('find:matchAccents')}
        isPressed={matchAccents}
        onClick={() => changeOptions({ matchAccents: !matchAccents })}
      />
      {kind !== 'terms' && (
        <IconButton
          icon={WholeWord}
          label={t('find:wholeWord')}
          isPressed={wholeWord}
          onClick={() => changeOptions({ wholeWord: !wholeWord })}
        />
      )}
    </div>
  );
}

/** Documents in the order of the tree; the names of their folders are searched too. */
function documentItems({ folders, sources }: QueryResult<'sources.tree'>) {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const pathOf = (id: (typeof sources)[number]['folderId'], steps = 0): string => {
    const folder = id === null || steps > folders.length ? undefined : byId.get(id);
    return folder ? `${pathOf(folder.parentId, steps + 1)}${folder.name} > ` : '';
  };
  return sources.map(({ id, name, folderId }) => ({
    id,
    name,
    path: pathOf(folderId) + name,
    leading: <FileText size={14} strokeWidth={1.5} aria-hidden />,
  }));
}
