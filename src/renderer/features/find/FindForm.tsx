import { FileText, History } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import type { SourceRow } from '../../../contract/queries';
import type { SearchPattern } from '../../../core/search';
import { useTranslation } from '../../i18n';
import { IconButton, Menu, type MenuEntry, SegmentedControl } from '../../ui';
import { FilterChip } from '../cooccurrence/FilterChip';
import '../cooccurrence/Toolbar.css';
import { FindToggles, toggleByKey } from './FindToggles';
import { changeOptions, type FindKind, findMemory, rememberSearch } from './find-options';
import { findView, search } from './find-view-store';

interface FindFormProps {
  readonly field: RefObject<(HTMLInputElement | HTMLTextAreaElement) | null>;
  readonly sources: readonly SourceRow[];
}

/** Milliseconds after the last key: hits come while one types, but not of half a word. */
const pause = 180;
const fewestCharacters = 2;

/** What is looked for, how, and where. */
export function FindForm({ field, sources }: FindFormProps) {
  const { t } = useTranslation();
  const { text, scope, hits, asked } = findView();
  const { options, recent } = findMemory();
  const { kind } = options;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every switch is a reason to look again
  useEffect(() => {
    const isSame = asked !== null && JSON.stringify(asked) === JSON.stringify({ ...options, text });
    if (isSame) return;
    if (text !== '' && text.trim().length < fewestCharacters) return;
    const timer = setTimeout(search, text === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [text, options]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isSubmit = event.key === 'Enter' && (kind !== 'terms' || event.ctrlKey || event.metaKey);
    if (isSubmit) {
      search();
      if (text.trim() !== '') rememberSearch({ ...options, text });
    } else if (event.key === 'ArrowDown' && kind !== 'terms' && hits > 0) {
      document.querySelector<HTMLElement>('.hit-list')?.focus();
    } else if (!toggleByKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const props = {
    'aria-label': t(`find:field.${kind}`),
    placeholder: t(`find:field.${kind}`),
    spellCheck: false,
    autoComplete: 'off',
    value: text,
    onChange: ({ target }: { target: { value: string } }) => findView.setState({ text: target.value }),
    onBlur: () => {
      if (text.trim() !== '' && hits > 0) rememberSearch({ ...options, text });
    },
  };
  return (
    <search className="find-form" aria-label={t('find:title')} onKeyDown={onKeyDown}>
      <div className="find-form__line">
        {kind === 'terms' ? (
          <textarea
            ref={field as RefObject<HTMLTextAreaElement>}
            className="field__input field__input--area find-form__field"
            rows={4}
            {...props}
          />
        ) : (
          <input
            ref={field as RefObject<HTMLInputElement>}
            type="search"
            className="field__input find-form__field"
            {...props}
          />
        )}
        <FindToggles />
        <Menu
          align="end"
          trigger={<IconButton icon={History} label={t('find:recent')} disabled={recent.length === 0} />}
          items={recent.map(recentEntry)}
        />
      </div>
      <div className="find-form__line find-form__line--quiet">
        <SegmentedControl<FindKind>
          label={t('find:kind.label')}
          value={kind}
          options={(['text', 'terms', 'regex'] as const).map((value) => ({
            value,
            label: t(`find:kind.${value}`),
          }))}
          onChange={(next) => changeOptions({ kind: next })}
        />
        <FilterChip
          label={t('find:scope')}
          searchLabel={t('find:scopeSearch')}
          items={sources.map(({ id, name }) => ({
            id,
            name,
            leading: <FileText size={14} strokeWidth={1.5} aria-hidden />,
          }))}
          chosen={scope}
          hiddenText={null}
          onChange={(next) => {
            findView.setState({ scope: next });
            search();
          }}
        />
      </div>
    </search>
  );
}

function recentEntry(pattern: SearchPattern): MenuEntry {
  const { text, kind, matchCase = false, matchAccents = false, wholeWord = false } = pattern;
  const line = text.replace(/\s+/g, ' ');
  return {
    label: line.length > 60 ? `${line.slice(0, 59)}…` : line,
    onSelect: () => {
      changeOptions({ kind, matchCase, matchAccents, wholeWord });
      findView.setState({ text });
      search();
    },
  };
}
