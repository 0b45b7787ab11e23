import { Tag } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FoundIn } from '../../../contract/find';
import type { CodeRow } from '../../../contract/queries';
import { canChange } from '../../actions/action';
import { runAction } from '../../actions/registry';
import { fetchQuery, runOrTell, useSession, withTask } from '../../client';
import { t, useTranslation } from '../../i18n';
import { Button, Popover, SegmentedControl } from '../../ui';
import { tell, tellError } from '../../ui/toast-store';
import { rememberCodes } from '../coding/recent-codes';
import { ChooseCode } from './ChooseCode';
import { chooseAllHits, chosenHits, type FindViewState } from './find-view-store';

type Unit = 'match' | 'sentence' | 'paragraph';
const units: readonly Unit[] = ['match', 'sentence', 'paragraph'];

/** What can be done with the chosen hits: a code for each, in one step of undo. */
export function CodeHits({ state }: { readonly state: FindViewState }) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>('match');
  const [isOpen, setOpen] = useState(false);
  const isChangeable = canChange({ session: useSession(), activeTab: null });
  const { found, left, hits } = state;
  const chosen = useMemo(() => chosenHits({ found, left }), [found, left]);
  const count = chosen.reduce((sum, { spans }) => sum + spans.length / 2, 0);
  const isBusy = state.state === 'running';
  return (
    <footer className="code-hits">
      <span className="code-hits__count" role="status">
        {t('find:chosen', { count, all: hits })}
      </span>
      <Button variant="quiet" size="small" onClick={() => chooseAllHits(count < hits)}>
        {t(count < hits ? 'find:chooseAll' : 'find:chooseNone')}
      </Button>
      <span className="code-hits__gap" />
      <SegmentedControl<Unit>
        label={t('find:unit.label')}
        value={unit}
        options={units.map((value) => ({ value, label: t(`find:unit.${value}`) }))}
        onChange={setUnit}
      />
      <Popover
        label={t('find:code')}
        width={320}
        align="end"
        side="top"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button variant="primary" icon={Tag} disabled={!isChangeable || count === 0 || isBusy}>
            {t('find:code')}
          </Button>
        }
      >
        <ChooseCode
          onChoose={(code) => {
            setOpen(false);
            void codeHits(chosen, unit, code);
          }}
        />
      </Popover>
    </footer>
  );
}

async function codeHits(chosen: readonly FoundIn[], unit: Unit, code: CodeRow): Promise<void> {
  try {
    const documents =
      unit === 'match' ? chosen : await fetchQuery('find.widened', { documents: [...chosen], unit });
    const places = documents.flatMap(({ sourceId, spans }) =>
      Array.from({ length: spans.length / 2 }, (_, index) => ({
        sourceId,
        start: spans[index * 2] ?? 0,
        end: spans[index * 2 + 1] ?? 0,
      })),
    );
    const done = await withTask(t('find:task', { code: code.name }), (options) =>
      runOrTell('coding.applyMany', { codeIds: [code.id], places }, options),
    );
    if (!done) return;
    rememberCodes([code.id]);
    const { added } = done.value;
    const others = places.length - added;
    tell({
      kind: 'success',
      message:
        t('find:coded', { count: added, code: code.name }) +
        (others > 0 ? ` ${t('find:codedBefore', { count: others })}` : ''),
      ...(added > 0 ? { action: { label: t('undoTop'), run: () => void runAction('history.undo') } } : {}),
    });
  } catch (error) {
    tellError(error as Parameters<typeof tellError>[0]);
  }
}
