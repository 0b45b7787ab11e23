import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Choice, Conflict } from '../../../core/anchoring';
import { quoteLine } from '../../../core/text';
import { useTranslation } from '../../i18n';
import { Button, classNames, Dialog } from '../../ui';
import { type Carrying, closeCarrying, editingStore } from './editing-store';
import { finishCarrying } from './finish-carrying';
import './ReplaceDialog.css';

/** What a correction and the saved text both changed: shown side by side, to be decided one after the other. */
export function CarryDialog() {
  const carrying = editingStore((store) => store.carrying);
  const isDecided = carrying?.over.conflicts.length === 0;
  useEffect(() => {
    if (carrying && isDecided) void finishCarrying(carrying, []);
  }, [carrying, isDecided]);
  return carrying && !isDecided && <CarryingOver carrying={carrying} />;
}

type Choices = readonly (Choice | undefined)[];
const keys: Readonly<Record<string, Choice>> = { a: 'draft', s: 'present', b: 'both' };

function CarryingOver({ carrying }: { readonly carrying: Carrying }) {
  const { t } = useTranslation();
  const { over, name, present } = carrying;
  const { conflicts } = over;
  const [choices, setChoices] = useState<Choices>(() => conflicts.map(() => undefined));
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement | null>(null);
  // The dialog comes into the page after its owner's effects.
  const takeList = useCallback((element: HTMLDivElement | null) => {
    list.current = element;
    element?.focus();
  }, []);
  const decided = choices.filter((choice) => choice !== undefined);
  const open = conflicts.length - decided.length;
  const goTo = (index: number) => {
    const next = Math.min(Math.max(0, index), conflicts.length - 1);
    setAt(next);
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (choice: Choice) => {
    const all = choices.map((each, index) => (index === at ? choice : each));
    setChoices(all);
    const next = all.findIndex((each, index) => each === undefined && index > at);
    goTo(next >= 0 ? next : all.indexOf(undefined) >= 0 ? all.indexOf(undefined) : at);
    list.current?.focus();
  };
  const fillBy = (choice: Choice) => setChoices(choices.map((each) => each ?? choice));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = keys[event.key.toLowerCase()];
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: conflicts.length - 1,
    };
    const step = steps[event.key];
    const isDone = event.key === 'Enter' && open === 0;
    if (choice === undefined && step === undefined && !isDone) return;
    event.preventDefault();
    if (isDone) finish();
    else if (choice) choose(choice);
    else if (step !== undefined) goTo(step);
  };
  const finish = () => {
    if (open === 0) void finishCarrying(carrying, decided);
  };
  const conflict = conflicts[at];
  return (
    <Dialog
      isOpen
      onClose={closeCarrying}
      title={t('editing:carry.title', { name })}
      description={t('editing:carry.description', { count: conflicts.length })}
      width={1040}
      footer={
        <>
          {open > 0 && (
            <>
              <Button onClick={() => fillBy('draft')}>{t('editing:carry.allMine')}</Button>
              <Button onClick={() => fillBy('present')}>{t('editing:carry.allSaved')}</Button>
            </>
          )}
          <span className="replace__open" role="status">
            {open > 0 ? t('editing:undecided', { count: open }) : ''}
          </span>
          <Button onClick={closeCarrying}>{t('cancel')}</Button>
          <Button variant="primary" disabled={open > 0} onClick={finish}>
            {t('editing:carry.over')}
          </Button>
        </>
      }
    >
      {over.carried > 0 && (
        <p className="replace__summary">{t('editing:carry.goes', { count: over.carried })}</p>
      )}
      <div className="replace">
        <div
          ref={takeList}
          className="replace__list"
          role="listbox"
          aria-label={t('editing:carry.list')}
          aria-activedescendant={`conflict-${at}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          {conflicts.map((each, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
            <div
              key={each.base.start}
              id={`conflict-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classNames('replace__option', index === at && 'is-selected')}
              onClick={() => goTo(index)}
            >
              <span className="replace__quote">
                {quoteLine(each.before || each.present || each.draft, 70)}
              </span>
              <State choice={choices[index]} />
            </div>
          ))}
        </div>
        {conflict && (
          <div className="replace__sides">
            <p className="replace__codes">
              {conflict.before === ''
                ? t('editing:carry.nothingBefore')
                : t('editing:carry.before', { words: quoteLine(conflict.before, 120) })}
            </p>
            <div className="replace__pair">
              <Side
                title={t('editing:carry.saved')}
                conflict={conflict}
                words={conflict.present}
                text={present.document.text}
              />
              <Side
                title={t('editing:carry.mine')}
                conflict={conflict}
                words={conflict.draft}
                text={present.document.text}
              />
            </div>
            <div className="replace__buttons">
              <Button shortcut="S" onClick={() => choose('present')}>
                {t('editing:carry.takeSaved')}
              </Button>
              <Button shortcut="A" variant="primary" onClick={() => choose('draft')}>
                {t('editing:carry.takeMine')}
              </Button>
              <Button shortcut="B" onClick={() => choose('both')}>
                {t('editing:carry.takeBoth')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function State({ choice }: { readonly choice: Choice | undefined }) {
  const { t } = useTranslation();
  if (!choice) return <span className="replace__state">{t('editing:carry.open')}</span>;
  const words = {
    draft: t('editing:carry.mineChosen'),
    present: t('editing:carry.savedChosen'),
    both: t('editing:carry.bothChosen'),
  }[choice];
  return <span className="replace__state replace__state--accept">{words}</span>;
}

/** UTF-16 units shown around what was changed. */
const around = 160;

interface SideProps {
  readonly title: string;
  readonly conflict: Conflict;
  readonly words: string;
  /** The present text. */
  readonly text: string;
}

function Side({ title, conflict: { place }, words, text }: SideProps) {
  const { t } = useTranslation();
  return (
    <section className="replace__side" aria-label={title}>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long passage has to be scrolled by keyboard */}
      <p className="replace__words" tabIndex={0}>
        <span>{textBefore(text, place.start)}</span>
        {words === '' ? <em>{t('editing:carry.taken')}</em> : <mark>{words}</mark>}
        <span>{textBehind(text, place.end)}</span>
      </p>
    </section>
  );
}

function textBefore(text: string, end: number): string {
  const start = Math.max(0, end - around);
  const words = text.slice(start, end);
  return start === 0 ? words : `… ${words.replace(/^\S*\s+/, '')}`;
}

function textBehind(text: string, start: number): string {
  const end = Math.min(text.length, start + around);
  const words = text.slice(start, end);
  return end === text.length ? words : `${words.replace(/\s+\S*$/, '')} …`;
}
