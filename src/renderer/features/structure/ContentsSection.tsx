import { useMemo } from 'react';
import type { SourceId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { formatNumber, useTranslation } from '../../i18n';
import { Button } from '../../ui';
import { Section } from '../inspector/Section';
import { useHeadingWords, useSegments } from './use-structure';
import './SpeakersSection.css';

/** The headings of a document; a click goes to one. */
export function ContentsSection({ id }: { readonly id: SourceId }) {
  const { t } = useTranslation();
  const segments = useSegments(id);
  const headings = useMemo(() => segments.filter(({ kind }) => kind === 'heading'), [segments]);
  const words = useHeadingWords(id, headings);
  if (headings.length < 2) return null;
  return (
    <Section
      title={t('structure:contents')}
      aside={<span className="inspector__aside">{formatNumber(headings.length)}</span>}
    >
      <ul className="contents" aria-label={t('structure:contents')}>
        {headings.map((heading, index) => (
          <li key={heading.start} style={{ paddingLeft: (Math.min(heading.level, 5) - 1) * 12 }}>
            <Button
              variant="quiet"
              size="small"
              className="contents__heading"
              onClick={() =>
                openTab(
                  { kind: 'document', sourceId: id },
                  { reveal: { start: heading.start, end: heading.end } },
                )
              }
            >
              {words[index] ?? ''}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
