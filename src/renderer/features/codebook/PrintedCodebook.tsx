import type { CodeRow } from '../../../contract/queries';
import { codeColors } from '../../../core/colors';
import { formatDateTime, useTranslation } from '../../i18n';
import './PrintedCodebook.css';

const texts = ['definition', 'whenToUse', 'whenNotToUse', 'examples'] as const;

interface PrintedCodebookProps {
  readonly project: string;
  readonly codes: readonly CodeRow[];
}

/** The whole codebook as it goes to paper: every code with what is written about it. */
export function PrintedCodebook({ project, codes }: PrintedCodebookProps) {
  const { t } = useTranslation();
  return (
    <article className="printed-codebook">
      <header>
        <h1>{t('codebook:printTitle', { project })}</h1>
        <p>
          {t('codes', { count: codes.length })} · {formatDateTime(new Date().toISOString())}
        </p>
      </header>
      {codes.map((code) => (
        <section key={code.id} style={{ marginInlineStart: `${code.depth * 6}mm` }}>
          <h2>
            <span className="printed-codebook__mark" style={markOf(code)} />
            {code.name}
            {code.status !== 'inUse' && <small>{t(`codes:status.${code.status}`)}</small>}
            <small>{t('codings', { count: code.isCodable ? code.codings : code.codingsWithSubcodes })}</small>
          </h2>
          {texts.map((name) =>
            code[name] === '' ? null : (
              <div key={name}>
                {name !== 'definition' && <h3>{t(`codebook:${name}`)}</h3>}
                <p dir="auto">{code[name]}</p>
              </div>
            ),
          )}
        </section>
      ))}
    </article>
  );
}

/** A folder of codes: only its outline, as in the tree. */
function markOf({ color, isCodable }: CodeRow) {
  const { mark } = codeColors(color, 'light');
  return { borderColor: mark, backgroundColor: isCodable ? mark : 'transparent' };
}
