import { Replace, ReplaceAll, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../../i18n';
import { Button, IconButton } from '../../ui';
import { FindLine } from '../find/FindLine';
import { toggleByKey } from '../find/FindToggles';
import { findMemory } from '../find/find-options';
import type { EditFind } from './edit-find';

/** Words in the text as it is being corrected, and others in their place. */
export function EditFindBar({ find }: { readonly find: EditFind }) {
  const isOpen = useStore(find.store, (state) => state.isOpen);
  return isOpen ? <OpenBar find={find} /> : null;
}

function OpenBar({ find }: { readonly find: EditFind }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const wordsField = useRef<HTMLInputElement>(null);
  const { text, words, spans, isCut, current, wrapped, touched, error, replaced, focus } = useStore(
    find.store,
  );
  const options = findMemory((memory) => memory.options);
  const count = spans.length / 2;

  useLayoutEffect(() => {
    const target = (focus.field === 'words' ? wordsField : field).current;
    target?.focus();
    target?.select();
  }, [focus]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every switch is a reason to look again
  useEffect(() => find.lookAnew(), [find, options]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isInField = event.target === field.current;
    const isInWords = event.target === wordsField.current;
    const isMod = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') find.close();
    else if (replaced !== null && isMod && event.key.toLowerCase() === 'z') find.undo();
    else if (event.key === 'Enter' && isInWords && isMod) find.replaceAll();
    else if (event.key === 'Enter' && isInWords) find.replace();
    else if (event.key === 'Enter' && isInField) find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown' && (isInField || isInWords)) find.step(1);
    else if (event.key === 'ArrowUp' && (isInField || isInWords)) find.step(-1);
    else if (!toggleByKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const outcome =
    replaced !== null
      ? t('editing:find.replaced', { count: replaced })
      : count > 0 && touched > 0
        ? t('editing:find.touched', { count: touched })
        : '';
  return (
    <search className="find-bar" aria-label={t('editing:find.label')} onKeyDown={onKeyDown}>
      <FindLine
        field={field}
        label={t('editing:find.field')}
        text={text}
        isInvalid={error !== null || (text !== '' && count === 0 && replaced === null)}
        count={error === null ? count : null}
        isCut={isCut}
        index={current}
        wrapped={wrapped}
        onText={(next) => find.lookFor(next)}
        onStep={(by) => find.step(by)}
        onClose={() => find.close()}
      />
      <div className="find-bar__line edit-find__words">
        <input
          ref={wordsField}
          className="field__input find-bar__field"
          aria-label={t('editing:find.words')}
          placeholder={t('editing:find.words')}
          spellCheck={false}
          autoComplete="off"
          value={words}
          onChange={({ target }) => find.replaceBy(target.value)}
        />
        <Button
          size="small"
          icon={Replace}
          shortcut="Enter"
          disabled={current < 0}
          onClick={() => find.replace()}
        >
          {t('editing:find.replace')}
        </Button>
        <Button
          size="small"
          icon={ReplaceAll}
          shortcut="Mod+Enter"
          disabled={count === 0}
          onClick={() => find.replaceAll()}
        >
          {count > 0 ? t('editing:find.replaceAll', { count }) : t('editing:find.replaceAllNone')}
        </Button>
        <span className="edit-find__outcome" role="status">
          {outcome}
        </span>
        {replaced !== null && (
          <IconButton
            icon={Undo2}
            label={t('editing:undo')}
            shortcut="Mod+Z"
            size="small"
            onClick={() => find.undo()}
          />
        )}
      </div>
      {error && (
        <p className="find-bar__error" role="alert">
          {error}
        </p>
      )}
    </search>
  );
}
