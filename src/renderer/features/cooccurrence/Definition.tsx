import { TriangleAlert } from 'lucide-react';
import type { MatrixAnswer } from '../../../contract/queries';
import { useTranslation } from '../../i18n';
import { consideredText, definitionSentences } from './definition';

/** What the figures count, in sentences above them, with what a reader should be wary of. */
export function Definition({ answer: { result } }: { readonly answer: MatrixAnswer }) {
  const { t } = useTranslation();
  const warnings = result.warnings.map((warning) => {
    const count = warning.kind === 'small-counts' ? warning.rows.length : warning.cells.length;
    return { kind: warning.kind, text: t(`cooccurrence:warning.${warning.kind}`, { count }) };
  });
  return (
    <div className="definition">
      <p className="definition__text">
        {definitionSentences(result.query).join(' ')} <strong>{consideredText(result)}.</strong>
      </p>
      {warnings.length > 0 && (
        <p className="definition__warnings">
          <TriangleAlert size={13} strokeWidth={1.5} aria-hidden />
          {warnings.map(({ kind, text }) => (
            <span key={kind} title={t(`cooccurrence:cellWarning.${kind}`)}>
              {text}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
