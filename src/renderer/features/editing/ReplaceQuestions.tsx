import { Check, MapPin, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Passage } from '../../../contract/passage';
import { quoteLine } from '../../../core/text';
import { useTranslation } from '../../i18n';
import { Button, classNames, Swatch } from '../../ui';
import { usePaintedCodes } from '../coding/use-codes';
import { ChoosePlace } from './ChoosePlace';
import { type Decision, type Decisions, nextOpen, type Shown, withDecision } from './replacement-store';

interface ReplaceQuestionsProps {
  readonly questions: readonly Shown[];
  readonly newer: string;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

/** The quotations in doubt, one after the other: old words and proposed ones side by side. */
export function ReplaceQuestions({ questions, newer, decisions, onDecide }: ReplaceQuestionsProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [isChoosing, setChoosing] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const question = questions[at];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    // The comparison took its time: by now the keyboard is nowhere.
    list.current?.focus();
  }, []);
  const goTo = (index: number) => {
    const next = Math.min(Math.max(0, index), questions.length - 1);
    setAt(next);
    setChoosing(false);
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  if (!question) return null;
  const { proposed } = question;
  const decide = (decision: Decision) => {
    const all = withDecision(decisions, question.id, decision);
    onDecide(all);
    setChoosing(false);
    goTo(nextOpen(all, questions, at));
    list.current?.focus();
  };
  const accept = () =>
    proposed && decide({ kind: 'accept', place: { start: proposed.start, end: proposed.end } });
  const drop = () => decide({ kind: 'drop' });

  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      Home: () => goTo(0),
      End: () => goTo(questions.length - 1),
      Enter: accept,
      a: accept,
      c: () => setChoosing(true),
      Delete: drop,
      d: drop,
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="replace">
      <div
        ref={list}
        className="replace__list"
        role="listbox"
        aria-label={t('editing:questions')}
        aria-activedescendant={`question-${question.id}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {questions.map((each, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
          <div
            key={each.id}
            id={`question-${each.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classNames('replace__option', index === at && 'is-selected')}
            onClick={() => goTo(index)}
          >
            <span className="replace__quote">{quoteLine(each.old.text, 70)}</span>
            <State decision={decisions.get(each.id)} question={each} />
          </div>
        ))}
      </div>
      <div className="replace__sides">
        <Codes question={question} />
        {isChoosing ? (
          <ChoosePlace
            key={question.id}
            newer={newer}
            around={proposed ?? question.old}
            proposed={proposed}
            onChoose={(place) => decide({ kind: 'place', place })}
            onBack={() => {
              setChoosing(false);
              list.current?.focus();
            }}
          />
        ) : (
          <>
            <div className="replace__pair">
              <Side title={t('editing:oldWords')} passage={question.old} />
              <Side
                title={t('editing:newWords')}
                passage={proposed}
                {...(proposed
                  ? { note: t('editing:score', { percent: Math.round(question.score * 100) }) }
                  : {})}
              />
            </div>
            <div className="replace__buttons">
              <Button icon={Check} variant="primary" shortcut="A" disabled={!proposed} onClick={accept}>
                {t('editing:accept')}
              </Button>
              <Button icon={MapPin} shortcut="C" onClick={() => setChoosing(true)}>
                {t('editing:choose')}
              </Button>
              <Button icon={Trash2} shortcut="D" onClick={drop}>
                {t('editing:drop')}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function State({
  decision,
  question,
}: {
  readonly decision: Decision | undefined;
  readonly question: Shown;
}) {
  const { t } = useTranslation();
  if (!decision && question.isFound) {
    const percent = Math.round(question.score * 100);
    return <span className="replace__state replace__state--accept">{t('editing:isFound', { percent })}</span>;
  }
  if (!decision) {
    return (
      <span className="replace__state">
        {question.proposed
          ? t('editing:score', { percent: Math.round(question.score * 100) })
          : t('editing:notFound')}
      </span>
    );
  }
  const words = {
    accept: t('editing:decidedAccept'),
    place: t('editing:decidedPlace'),
    drop: t('editing:decidedDrop'),
  }[decision.kind];
  return <span className={`replace__state replace__state--${decision.kind}`}>{words}</span>;
}

function Codes({ question }: { readonly question: Shown }) {
  const { t } = useTranslation();
  const codes = usePaintedCodes();
  return (
    <p className="replace__codes">
      {question.codeIds.map((id) => (
        <span key={id}>
          <Swatch color={codes.get(id)?.color ?? '#808080'} />
          {codes.get(id)?.name}
        </span>
      ))}
      {question.hasMemo && <span>{t('editing:withMemo')}</span>}
    </p>
  );
}

interface SideProps {
  readonly title: string;
  readonly passage: Passage | null;
  readonly note?: string;
}

function Side({ title, passage, note }: SideProps) {
  const { t } = useTranslation();
  return (
    <section className="replace__side" aria-label={title}>
      <h3>
        {title}
        {note && <span>{note}</span>}
      </h3>
      {passage ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long passage has to be scrolled by keyboard
        <p className="replace__words" tabIndex={0}>
          <span>{passage.before}</span>
          <mark>{passage.text}</mark>
          <span>{passage.after}</span>
        </p>
      ) : (
        <p className="replace__nothing">{t('editing:nothingProposed')}</p>
      )}
    </section>
  );
}
