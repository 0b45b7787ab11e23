import type { CodeRow } from '../../../contract/queries';
import { CodeChoice } from '../coding/CodeChoice';

/** One of the codes that are there. */
export function ChooseCode({ onChoose }: { readonly onChoose: (code: CodeRow) => void }) {
  return (
    <CodeChoice
      canCreate={false}
      onChoose={(row) => {
        if (row.kind === 'code') onChoose(row.code);
      }}
    />
  );
}
