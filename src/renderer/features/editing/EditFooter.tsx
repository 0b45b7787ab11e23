import type { CodeId } from '../../../core/ids';
import type { PaintedCode } from '../../editor/paint/coding-model';
import { formatNumber, formatTime, useTranslation } from '../../i18n';
import { Chip } from '../../ui';
import type { EditSession } from './edit-session';

interface EditFooterProps {
  readonly session: EditSession;
  readonly codeIds: readonly CodeId[];
  readonly codes: ReadonlyMap<CodeId, PaintedCode>;
}

const mostShown = 8;

/** The codes where the caret is, and whether what was typed is on disk. */
export function EditFooter({ session, codeIds, codes }: EditFooterProps) {
  const { t } = useTranslation();
  const known = codeIds.flatMap((id) => codes.get(id) ?? []);
  return (
    <footer className="document-footer">
      <ul className="document-footer__codings" aria-label={t('document:codingsAtCaret')}>
        {known.slice(0, mostShown).map((code) => (
          <li key={code.id}>
            <Chip label={code.name} color={code.color} title={code.path} />
          </li>
        ))}
        {known.length > mostShown && (
          <li>{t('document:more', { count: formatNumber(known.length - mostShown) })}</li>
        )}
        {known.length === 0 && <li className="document-footer__none">{t('document:noCodingAtCaret')}</li>}
      </ul>
      <KeptState session={session} />
    </footer>
  );
}

function KeptState({ session }: { readonly session: EditSession }) {
  const { t } = useTranslation();
  const { state, keptAt } = session.keeper;
  const text = {
    nothing: t('editing:notYetChanged'),
    waiting: t('editing:draftWaiting'),
    kept:
      keptAt === null
        ? t('editing:draftIsKept')
        : t('editing:draftKeptAt', { at: formatTime(new Date(keptAt).toISOString()) }),
    failed: t('editing:draftFailed'),
  }[state];
  return (
    <span className="edit-kept" data-state={state} role={state === 'failed' ? 'alert' : undefined}>
      {text}
    </span>
  );
}
