import { useId, useMemo } from 'react';
import { noMarks } from '../../../core/document-marks';
import type { CodeId } from '../../../core/ids';
import { useTranslation } from '../../i18n';
import { Button, Swatch } from '../../ui';
import { CodeField } from './CodeField';
import './CodePalette.css';
import { type ChosenCodes, chosenCodes } from './chosen-codes';
import { PaletteList } from './PaletteList';
import { recentCodes, recentCodesStore } from './recent-codes';
import { useCodeChoice } from './use-code-choice';
import { useCodes } from './use-codes';

interface CodeChoiceProps {
  /** Whether several can be marked and taken at once. */
  readonly canMark?: boolean;
  /** Codes that are there already. */
  readonly present?: ReadonlySet<CodeId>;
  readonly onChoose: (chosen: ChosenCodes) => void;
}

const none: ReadonlySet<never> = new Set();

/** The code palette in a popover: codes that are there, recent first, and new ones, also beneath others. */
export function CodeChoice({ canMark = false, present = none, onChoose }: CodeChoiceProps) {
  const { t } = useTranslation();
  const listId = useId();
  const codes = useCodes();
  const session = recentCodesStore((store) => store.recent);
  const recent = useMemo(() => recentCodes(session, noMarks, codes), [session, codes]);
  const choice = useCodeChoice({
    codes,
    recent,
    canCreate: true,
    canMark,
    onChoose: (chosen) => onChoose(chosenCodes(codes, chosen)),
  });
  const { newName, marked } = choice;
  return (
    <div className="code-picker">
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
        className="code-picker__field"
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
    </div>
  );
}
