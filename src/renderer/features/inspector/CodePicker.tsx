import { useId, useMemo } from 'react';
import type { QuotationDetail } from '../../../contract/queries';
import { useTranslation } from '../../i18n';
import { Swatch } from '../../ui';
import { CodeField } from '../coding/CodeField';
import '../coding/CodePalette.css';
import { applyCodes } from '../coding/coding-commands';
import { PaletteList } from '../coding/PaletteList';
import { recentCodes, recentCodesStore } from '../coding/recent-codes';
import { useCodeChoice } from '../coding/use-code-choice';
import { useCodes } from '../coding/use-codes';

/** Type two letters of a code, Enter applies it to the quotation; a new name makes a new code. */
export function CodePicker({
  quotation,
  onDone,
}: {
  readonly quotation: QuotationDetail;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const listId = useId();
  const codes = useCodes();
  const session = recentCodesStore((store) => store.recent);
  const recent = useMemo(() => recentCodes(session, [], codes), [session, codes]);
  const present = useMemo(() => new Set(quotation.codings.map(({ codeId }) => codeId)), [quotation.codings]);
  const { sourceId, start, end } = quotation;
  const choice = useCodeChoice({
    codes,
    recent,
    canCreate: true,
    canMark: true,
    onChoose: (chosen) => {
      onDone();
      void applyCodes({ sourceId, span: { start, end }, ...chosen });
    },
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
        onMark={choice.mark}
        onActive={choice.setActive}
      />
    </div>
  );
}
