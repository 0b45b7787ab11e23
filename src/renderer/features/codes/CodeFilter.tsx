import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { onFocusWish } from '../../app/focus-store';
import { useTranslation } from '../../i18n';
import { IconButton, Kbd } from '../../ui';
import { createCodeByPath } from './code-commands';
import { type CodesModel, folded } from './codes-model';
import { codesStore } from './codes-store';

interface CodeFilterProps {
  readonly model: CodesModel;
  readonly canEdit: boolean;
  /** Enter on a filter that finds something. */
  readonly onPick: () => void;
  /** Arrow down: into the tree. */
  readonly onLeave: () => void;
}

/** Filters as one types; what no code is called can be made. */
export function CodeFilter({ model, canEdit, onPick, onLeave }: CodeFilterProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const filter = codesStore((store) => store.filter);
  const setFilter = (next: string) => codesStore.setState({ filter: next });
  const label = t(canEdit ? 'codes:filterOrCreate' : 'codes:filter');
  const wanted = filter.trim();
  const exists = model.tree.flattened.some(
    (code) => folded(code.name) === folded(wanted) || folded(code.path) === folded(wanted),
  );
  const canCreate = canEdit && wanted !== '' && !exists;
  const hasMatches = (model.matches?.size ?? 0) > 0;
  const create = async () => {
    if (canCreate && (await createCodeByPath(wanted))) setFilter('');
  };
  useEffect(() => onFocusWish('filter', () => input.current?.select()), []);
  return (
    <div className="code-filter">
      <div className="field__box">
        <input
          ref={input}
          className="field__input"
          type="text"
          aria-label={label}
          placeholder={label}
          spellCheck={false}
          autoComplete="off"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter !== '') setFilter('');
            else if (event.key === 'ArrowDown') onLeave();
            else if (event.key !== 'Enter') return;
            else if (hasMatches && !event.ctrlKey && !event.metaKey) onPick();
            else void create();
            event.preventDefault();
          }}
        />
        {filter !== '' && (
          <IconButton icon={X} size="small" label={t('codes:clearFilter')} onClick={() => setFilter('')} />
        )}
      </div>
      {canCreate && (
        <button type="button" className="code-filter__create" onClick={() => void create()}>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          <span>{t('codes:createNamed', { name: wanted })}</span>
          <Kbd keys={hasMatches ? 'Mod+Enter' : 'Enter'} isPlain />
        </button>
      )}
    </div>
  );
}
