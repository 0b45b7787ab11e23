import { useMemo } from 'react';
import type { QuotationDetail } from '../../../contract/queries';
import { CodeChoice } from '../coding/CodeChoice';
import { codesToApply } from '../coding/chosen-codes';
import { applyCodes } from '../coding/coding-commands';

/** Type two letters of a code, Enter applies it to the quotation; a new name makes a new code. */
export function CodePicker({
  quotation,
  onDone,
}: {
  readonly quotation: QuotationDetail;
  readonly onDone: () => void;
}) {
  const present = useMemo(() => new Set(quotation.codings.map(({ codeId }) => codeId)), [quotation.codings]);
  const { sourceId, start, end } = quotation;
  return (
    <CodeChoice
      canMark
      present={present}
      onChoose={(chosen) => {
        onDone();
        const { codeIds, newPaths } = codesToApply(chosen);
        void applyCodes({ sourceId, span: { start, end }, codeIds, newPath: newPaths[0] });
      }}
    />
  );
}
