import { shortcutStore } from '../../actions/shortcut-store';
import { useTranslation } from '../../i18n';
import { Kbd, Swatch } from '../../ui';
import { shownShortcut } from '../coding/actions';
import type { OpenDocument } from '../coding/open-documents';
import { recentCodesStore, recentHere } from '../coding/recent-codes';
import { useCodes } from '../coding/use-codes';

/** More have hardly room. */
const mostShown = 6;

/** Tells whoever selects by keyboard what comes next, and which code each digit means at this passage. */
export function CodeHint({ open }: { readonly open: OpenDocument }) {
  const { t } = useTranslation();
  const codes = useCodes();
  recentCodesStore((store) => store.recent);
  const keys = shortcutStore(() => shownShortcut('coding.apply'));
  const recent = recentHere(open, codes).slice(0, mostShown);
  return (
    <span className="code-hint">
      <span>
        {t('document:noCodingHere')} {keys && <Kbd keys={keys} isPlain />} {keys && t('document:codeIt')}
      </span>
      {recent.map((code, index) => (
        <RecentKey key={code.id} number={index + 1} name={code.name} color={code.color} />
      ))}
    </span>
  );
}

interface RecentKeyProps {
  readonly number: number;
  readonly name: string;
  readonly color: string;
}

function RecentKey({ number, name, color }: RecentKeyProps) {
  const keys = shortcutStore(() => shownShortcut(`coding.recent${number}`));
  if (!keys) return null;
  return (
    <span className="code-hint__recent">
      <Kbd keys={keys} />
      <Swatch color={color} />
      {name}
    </span>
  );
}
