import { ListTree } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { fetchQuery, heldAnswer, useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { IconButton } from '../../ui';
import type { OpenDocument } from '../coding/open-documents';
import { ReplaceButton } from '../editing/ReplaceButton';
import { FindLine } from './FindLine';
import { toggleByKey } from './FindToggles';
import { closeBar, type FindBarState, findBarStore, setBar } from './find-bar-store';
import { findMemory } from './find-options';
import { hitInHand } from './find-steps';
import { openFindView } from './find-wish';

/** Words in one document: every hit marked, one in hand. */
export function FindBar({ open }: { readonly open: OpenDocument }) {
  const bar = findBarStore(({ bars }) => bars[open.sourceId]);
  return bar ? <OpenBar open={open} bar={bar} /> : null;
}

const none = new Int32Array(0);

function OpenBar({ open, bar }: { readonly open: OpenDocument; readonly bar: FindBarState }) {
  const { t } = useTranslation();
  const { sourceId, surface } = open;
  const field = useRef<HTMLInputElement>(null);
  const options = findMemory((memory) => memory.options);
  const kind = options.kind === 'terms' ? 'text' : options.kind;
  const text = useDeferredValue(bar.text);
  const questionOf = (words: string) => ({
    pattern: { ...options, kind, text: words },
    sourceIds: [sourceId],
  });
  const { data, error } = useEngineQuery('find.page', questionOf(text), {
    enabled: text !== '',
    keepPrevious: true,
  });
  const spans = (text !== '' && !error && data?.found[0]?.spans) || none;
  const { index, wrapped } = hitInHand(spans, bar);
  const count = spans.length / 2;

  useLayoutEffect(() => {
    if (bar.focus === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [bar.focus]);
  useEffect(() => surface.showFound({ spans, current: index }), [surface, spans, index]);
  useEffect(() => () => surface.showFound(null), [surface]);
  const [start, end] = [spans[index * 2], spans[index * 2 + 1]];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step to the same hit shows it again
  useEffect(() => {
    if (start !== undefined && end !== undefined) surface.bringIntoView({ start, end });
  }, [surface, start, end, bar.steps]);

  const step = (by: 1 | -1) => setBar(sourceId, { ...bar, steps: bar.steps + by, last: by });
  const leave = async () => {
    surface.focus();
    // Escape may come before what the last letter finds; a closed bar would ask for it no more.
    const question = questionOf(bar.text);
    const held = bar.text === '' ? null : heldAnswer('find.page', question);
    const asked = held === undefined ? await fetchQuery('find.page', question).catch(() => null) : held;
    closeBar(sourceId);
    const found = asked?.found[0]?.spans ?? none;
    const hit = hitInHand(found, bar).index * 2;
    const span = { start: found[hit] ?? 0, end: found[hit + 1] ?? 0 };
    if (hit >= 0 && surface.isShown) surface.select(span);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isInField = event.target === field.current;
    if (event.key === 'Escape') void leave();
    else if (event.key === 'Enter' && isInField) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown' && isInField) step(1);
    else if (event.key === 'ArrowUp' && isInField) step(-1);
    else if (!toggleByKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="find-bar" aria-label={t('find:bar.label')} onKeyDown={onKeyDown}>
      <FindLine
        field={field}
        label={t('find:bar.field')}
        text={bar.text}
        isInvalid={error !== null || (bar.text !== '' && data !== undefined && count === 0)}
        count={error ? null : count}
        isCut={data?.isCut ?? false}
        index={index}
        wrapped={wrapped}
        onText={(text) =>
          setBar(sourceId, { ...bar, text, at: spans[index * 2] ?? bar.at, steps: 0, last: 0 })
        }
        onStep={step}
        onClose={() => void leave()}
      >
        <IconButton
          icon={ListTree}
          label={t('find:bar.list')}
          disabled={bar.text === ''}
          onClick={() => openFindView({ ...options, kind, text: bar.text }, sourceId)}
        />
        <ReplaceButton sourceId={sourceId} words={bar.text} />
      </FindLine>
      {error && (
        <p className="find-bar__error" role="alert">
          {error.message}
        </p>
      )}
    </search>
  );
}
