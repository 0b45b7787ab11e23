import { LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import type { ProjectWriter } from '../../../contract/events';
import { formatAgo, formatTime, useTranslation } from '../../i18n';
import { Button } from '../../ui';
import { Note } from './Note';
import { takeOver, tryAgain } from './writer-commands';

export interface WriterNoteProps {
  readonly writer: ProjectWriter;
  /** Who sits here. */
  readonly coder: string;
  readonly path: string;
}

/** Who has the project open, since when, and what can be done about it. */
export function WriterNote({ writer, coder, path }: WriterNoteProps) {
  const { t } = useTranslation();
  const { holder, wasTaken } = writer;
  const sentence = useSentence(writer, coder);
  if (!holder) {
    return (
      <Note icon={LockKeyholeOpen} text={t('writer:free')}>
        <Button size="small" variant="primary" onClick={() => void tryAgain(path)}>
          {t('writer:openForEditing')}
        </Button>
      </Note>
    );
  }
  const detail = [
    t(wasTaken ? 'writer:takenDetail' : 'writer:heldDetail'),
    ...(holder.takeover === null ? [] : [t('writer:silent', { ago: formatAgo(holder.lastSeen) })]),
  ].join(' ');
  return (
    <Note icon={LockKeyhole} text={sentence} detail={detail}>
      <Button size="small" onClick={() => void tryAgain(path)}>
        {t('writer:tryAgain')}
      </Button>
      {holder.takeover !== null && (
        <Button size="small" onClick={() => void takeOver(path, holder)}>
          {t('writer:takeOver.button')}
        </Button>
      )}
    </Note>
  );
}

function useSentence({ holder, wasTaken }: ProjectWriter, coder: string): string {
  const { t } = useTranslation();
  if (!holder) return '';
  const key = holder.where === 'otherMachine' ? 'there' : 'here';
  const isOneself = holder.coder !== '' && holder.coder === coder;
  const values = {
    who: holder.coder || t('writer:somebody'),
    host: holder.host,
    since: formatTime(holder.since),
  };
  if (wasTaken) return t(`writer:taken.${key}`, values);
  return t(isOneself ? `writer:heldByYou.${key}` : `writer:held.${key}`, values);
}
