import { useMemo } from 'react';
import { noMarks } from '../../../core/document-marks';
import type { CodeId } from '../../../core/ids';
import { ChoiceList } from './ChoiceList';
import { type ChosenCodes, chosenCodes } from './chosen-codes';
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
  return (
    <div className="code-picker">
      <ChoiceList choice={choice} canMark={canMark} present={present} fieldClass="code-picker__field" />
    </div>
  );
}
