import { type ReactNode, type Ref, useId } from 'react';
import type { CodeId } from '../../../core/ids';
import { useTranslation } from '../../i18n';
import { Button, Swatch } from '../../ui';
import { CodeField } from './CodeField';
import './CodePalette.css';
import { PaletteList } from './PaletteList';
import type { useCodeChoice } from './use-code-choice';

interface ChoiceListProps {
  readonly choice: ReturnType<typeof useCodeChoice>;
  /** As the choice has it. */
  readonly canMark: boolean;
  /** Codes that are there already. */
  readonly present: ReadonlySet<CodeId>;
  readonly field?: Ref<HTMLInputElement>;
  readonly fieldClass: string;
  /** Below the list. */
  readonly children?: ReactNode;
}

/** A choice of codes on the screen: those marked, the field to type in, what it leaves. */
export function ChoiceList({ choice, canMark, present, field, fieldClass, children }: ChoiceListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const { newName, marked } = choice;
  return (
    <>
      {marked.length > 0 && (
        <ul className="code-palette__marked" aria-label={t('coding:marked')}>
          {marked.map((code) => (
            <li key={code.id}>
              <Swatch color={code.color} />
              {code.name}
            </li>
          ))}
        </ul>
      )}
      <CodeField
        ref={field}
        className={fieldClass}
        label={newName === null ? t('coding:paletteField') : t('coding:parentField', { name: newName })}
        value={choice.query}
        onChange={choice.setQuery}
        onKeyDown={choice.onKeyDown}
        listId={listId}
        rows={choice.rows.length}
        active={choice.active}
      />
      <PaletteList
        id={listId}
        rows={choice.rows}
        active={choice.active}
        marked={marked}
        present={present}
        onChoose={choice.onClick}
        onMark={canMark ? choice.mark : undefined}
        onActive={choice.setActive}
      />
      {children}
      {marked.length > 0 && (
        <Button
          variant="primary"
          size="small"
          className="code-palette__apply"
          onMouseDown={(event) => event.preventDefault()}
          onClick={choice.onMarkedClick}
        >
          {t('coding:applyMarked', { count: marked.length })}
        </Button>
      )}
    </>
  );
}
