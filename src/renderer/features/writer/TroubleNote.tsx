import { FileWarning } from 'lucide-react';
import type { FileTrouble } from '../../../contract/events';
import { t, useTranslation } from '../../i18n';
import { Button } from '../../ui';
import { Note } from './Note';
import { fileOf } from './watch-file';
import { openInstead, putBack, saveMine, tryAgain } from './writer-commands';

export interface TroubleNoteProps {
  readonly trouble: FileTrouble;
  readonly path: string;
}

/** What became of the file, that nothing is lost, and the ways on: each keeps both versions. */
export function TroubleNote({ trouble, path }: TroubleNoteProps) {
  const { kind, nowAt, savedAs } = trouble;
  const { t } = useTranslation();
  const button = (label: string, act: () => Promise<void>, isMain = false) => (
    <Button size="small" variant={isMain ? 'primary' : 'default'} onClick={() => void act()}>
      {t(`writer:${label}`)}
    </Button>
  );
  const hasOurs = kind === 'replaced' || kind === 'deleted' || kind === 'moved' || kind === 'unreachable';
  return (
    <Note icon={FileWarning} isWarning text={t(`writer:trouble.${kind}`)} detail={detailOf(trouble)}>
      {kind === 'deleted' && button('putBack', putBack, true)}
      {kind === 'moved' && nowAt !== null && button('openThere', () => openInstead(nowAt), true)}
      {hasOurs && savedAs === null && button('saveMine', () => saveMine(path), kind === 'replaced')}
      {savedAs !== null && button('openMine', () => openInstead(savedAs))}
      {kind === 'replaced' && button('openOther', () => openInstead(path))}
      {kind === 'overwritten' && button('openWhatIsThere', () => openInstead(path))}
      {(kind === 'unreachable' || kind === 'damaged') && button('tryAgain', () => tryAgain(path))}
    </Note>
  );
}

function detailOf({ kind, apart, nowAt, savedAs }: FileTrouble): string {
  const saved = savedAs === null ? '' : t('writer:savedAs', { file: fileOf(savedAs) });
  switch (kind) {
    case 'replaced': {
      const counts = apart && {
        ours: t('writer:changes', { count: apart.ours }),
        theirs: t('writer:changes', { count: apart.theirs }),
      };
      return [counts ? t('writer:apart', counts) : t('writer:notComparable'), saved].join(' ').trim();
    }
    case 'moved':
      return nowAt === null ? t('writer:movedAway') : t('writer:movedTo', { file: fileOf(nowAt) });
    default:
      return [t(`writer:detail.${kind}`), saved].join(' ').trim();
  }
}
