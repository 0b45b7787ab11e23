import { useId, useState } from 'react';
import { speakersOf } from '../../../core/structure';
import { runOrTell } from '../../client';
import { t, useTranslation } from '../../i18n';
import { Button, Dialog, SegmentedControl, TextField } from '../../ui';
import { announce } from '../coding/announcements';
import { heldStructure } from './here';
import { closeStructureDialog, type StructureQuestion, structureStore } from './structure-store';
import './StructureDialog.css';

/** Asks who speaks, when, or how deep a heading lies. */
export function StructureDialog() {
  const question = structureStore((store) => store.question);
  if (!question) return null;
  return question.kind === 'rename' ? (
    <RenameDialog key={question.speaker} question={question} />
  ) : (
    <SegmentDialog key={question.kind} question={question} />
  );
}

type PartQuestion = Exclude<StructureQuestion, { kind: 'rename' }>;

function SegmentDialog({ question }: { readonly question: PartQuestion }) {
  const { t } = useTranslation();
  const before = question.kind === 'change' ? question.segment : null;
  const [kind, setKind] = useState<'turn' | 'heading'>(
    question.kind === 'add' ? question.what : question.segment.kind === 'heading' ? 'heading' : 'turn',
  );
  const [speaker, setSpeaker] = useState(before?.speaker ?? '');
  const [time, setTime] = useState(before?.time ?? '');
  const [level, setLevel] = useState(String(before?.level || 1));
  const submit = () => {
    closeStructureDialog();
    void save(question, { kind, speaker, time, level: Number(level) });
  };
  return (
    <Dialog
      isOpen
      onClose={closeStructureDialog}
      title={t(`structure:dialog.${question.kind === 'add' ? `add.${question.what}` : 'change'}`)}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={closeStructureDialog}>{t('cancel')}</Button>
          <Button variant="primary" type="submit">
            {t(question.kind === 'add' ? 'structure:dialog.addButton' : 'structure:dialog.save')}
          </Button>
        </>
      }
    >
      <div className="structure-dialog">
        {question.kind === 'change' && (
          <SegmentedControl
            label={t('structure:dialog.kind')}
            value={kind}
            options={(['turn', 'heading'] as const).map((value) => ({
              value,
              label: t(`structure:kind.${value}`),
            }))}
            onChange={setKind}
          />
        )}
        {kind === 'turn' ? (
          <>
            <SpeakerField
              label={t('structure:dialog.speaker')}
              value={speaker}
              onChange={setSpeaker}
              sourceId={question.sourceId}
              note={t('structure:dialog.speakerNote')}
            />
            <TextField
              label={t('structure:dialog.time')}
              value={time}
              onChange={setTime}
              note={t('structure:dialog.timeNote')}
            />
          </>
        ) : (
          <SegmentedControl
            label={t('structure:dialog.level')}
            value={level}
            options={['1', '2', '3', '4'].map((value) => ({
              value,
              label: t('structure:dialog.levelNumber', { level: value }),
            }))}
            onChange={setLevel}
          />
        )}
      </div>
    </Dialog>
  );
}

function RenameDialog({ question }: { readonly question: Extract<StructureQuestion, { kind: 'rename' }> }) {
  const { t } = useTranslation();
  const { sourceId, speaker } = question;
  const [name, setName] = useState(speaker);
  const turns = speakersOf(heldStructure(sourceId)?.segments ?? []);
  const own = turns.find((each) => each.name === speaker)?.turns ?? 0;
  const wanted = name.replace(/\s+/gu, ' ').trim();
  const isUnited = wanted !== speaker && turns.some((each) => each.name === wanted);
  const submit = () => {
    if (wanted === '') return;
    closeStructureDialog();
    if (wanted !== speaker) void rename(sourceId, speaker, wanted);
  };
  return (
    <Dialog
      isOpen
      onClose={closeStructureDialog}
      title={speaker === '' ? t('structure:dialog.nameUnknown') : t('structure:dialog.rename', { speaker })}
      description={t('structure:dialog.renameHow', { count: own })}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={closeStructureDialog}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" disabled={wanted === ''}>
            {t('structure:dialog.renameButton')}
          </Button>
        </>
      }
    >
      <SpeakerField
        label={t('structure:dialog.newName')}
        value={name}
        onChange={setName}
        sourceId={sourceId}
        note={isUnited ? t('structure:dialog.united', { speaker: wanted }) : undefined}
      />
    </Dialog>
  );
}

interface SpeakerFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly sourceId: StructureQuestion['sourceId'];
  readonly note?: string | undefined;
}

/** Offers those who speak in the document already. */
function SpeakerField({ sourceId, ...field }: SpeakerFieldProps) {
  const listId = useId();
  const speakers = speakersOf(heldStructure(sourceId)?.segments ?? []);
  return (
    <>
      <TextField {...field} list={listId} autoFocus maxLength={500} />
      <datalist id={listId}>
        {speakers.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

interface Wanted {
  readonly kind: 'turn' | 'heading';
  readonly speaker: string;
  readonly time: string;
  readonly level: number;
}

async function save(question: PartQuestion, { kind, speaker, time, level }: Wanted): Promise<void> {
  const { sourceId } = question;
  const details = kind === 'turn' ? { speaker, time } : { level };
  if (question.kind === 'add') {
    const { start, end } = question;
    if (await runOrTell('segment.add', { sourceId, kind, start, end, ...details }))
      announce(t(`structure:said.added.${kind}`));
    return;
  }
  const { segment } = question;
  const isOnlySpeaker = segment.kind === kind && kind === 'turn' && segment.time === time;
  const to = isOnlySpeaker ? { speaker } : { ...details, ...(segment.kind === kind ? {} : { kind }) };
  const changed = await runOrTell('segment.change', {
    ...{ sourceId, kind: segment.kind, start: segment.start },
    to,
  });
  if (changed) announce(t('structure:said.corrected'));
}

async function rename(sourceId: StructureQuestion['sourceId'], from: string, to: string): Promise<void> {
  if (await runOrTell('speaker.rename', { sourceId, from, to }))
    announce(t('structure:said.renamed', { speaker: to }));
}
