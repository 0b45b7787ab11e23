import { Tag } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FoundIn } from '../../../contract/find';
import { canChange } from '../../actions/action';
import { fetchQuery, runTask, useSession } from '../../client';
import { t, useTranslation } from '../../i18n';
import { Button, Popover, SegmentedControl } from '../../ui';
import { type Message, tell, tellError } from '../../ui/toast-store';
import { CodeChoice } from '../coding/CodeChoice';
import { type ChosenCodes, codesToApply } from '../coding/chosen-codes';
import { rememberCodes } from '../coding/recent-codes';
import { tellUndoable } from '../history/tell-undoable';
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
        <CodeChoice
          canMark
          onChoose={(codes) => {
            setOpen(false);
            void codeHits(chosen, unit, codes);
          }}
        />
      </Popover>
    </footer>
  );
}

async function codeHits(chosen: readonly FoundIn[], unit: Unit, codes: ChosenCodes): Promise<void> {
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
    const code = codes.names;
    const done = await runTask(t('find:task', { code }), 'coding.applyMany', {
      ...codesToApply(codes),
      places,
    });
    if (!done) return;
    const { added, codeIds } = done.value;
    rememberCodes(codeIds);
    const others = places.length * codeIds.length - added;
    const message: Message = {
      kind: 'success',
      message:
        t(codeIds.length > 1 ? 'find:codedSeveral' : 'find:coded', { count: added, code }) +
        (others > 0 ? ` ${t('find:codedBefore', { count: others })}` : ''),
    };
    if (added > 0) tellUndoable(message, t('undoTop'));
    else tell(message);
  } catch (error) {
    tellError(error as Parameters<typeof tellError>[0]);
  }
}
