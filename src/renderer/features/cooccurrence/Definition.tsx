import { Info, TriangleAlert } from 'lucide-react';
import type { MatrixAnswer } from '../../../contract/queries';
import type { CooccurrenceQuery } from '../../../core/cooccurrence';
import { useTranslation } from '../../i18n';
import { IconButton, Popover } from '../../ui';
import type { View } from './choices';
import { consideredText, definitionSentences, shortDefinition } from './definition';

/** So many rare codes are named. */
const fewNames = 3;

/** What the figures count, in a sentence or two above them; every detail of the definition is a click away. */
export function Definition({ answer, view }: { readonly answer: MatrixAnswer; readonly view: View }) {
  const { t } = useTranslation();
  const { result, codes } = answer;
  const warnings = result.warnings.map((warning) => {
    if (warning.kind !== 'small-counts') {
      const count = warning.cells.length;
      return { kind: warning.kind, text: t(`cooccurrence:warning.${warning.kind}`, { count }) };
    }
    const rare = Array.from(warning.rows, (row) => codes[row]?.name ?? '');
    const names = rare.length <= fewNames ? rare.join(', ') : t('codes', { count: rare.length });
    return {
      kind: warning.kind,
      text: t('cooccurrence:warning.small-counts', {
        names,
        count: rare.length,
        unit: t(`cooccurrence:base.${baseUnit(result.query)}`),
      }),
    };
  });
  return (
    <div className="definition">
      <p className="definition__text">
        {shortDefinition(result, view)} <strong>{consideredText(result)}.</strong>{' '}
        <Popover
          label={t('cooccurrence:definition')}
          width={420}
          trigger={<IconButton size="small" icon={Info} label={t('cooccurrence:definition')} />}
        >
          <ul className="definition__all">
            {definitionSentences(result.query).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {warnings.map(({ kind }) => (
              <li key={kind}>{t(`cooccurrence:cellWarning.${kind}`)}</li>
            ))}
          </ul>
        </Popover>
      </p>
      {warnings.length > 0 && (
        <p className="definition__warnings">
          <TriangleAlert size={13} strokeWidth={1.5} aria-hidden />
          {warnings.map(({ kind, text }) => (
            <span key={kind}>{text}</span>
          ))}
        </p>
      )}
    </div>
  );
}

/** What the frequency of a code is measured in: what the warnings look at. */
function baseUnit({ count, coders }: CooccurrenceQuery): 'documents' | 'codings' | 'places' {
  if (count === 'documents') return 'documents';
  return count === 'pairs' && coders !== 'united' ? 'codings' : 'places';
}
