import { LockKeyhole, type LucideIcon, PanelLeft, PanelRight, X } from 'lucide-react';
import type { ProjectCounts } from '../../contract/events';
import { openDialog } from '../actions/dialog-store';
import { runAction } from '../actions/registry';
import { shownKeys } from '../actions/shortcut-store';
import { activityStore, type RunningTask, taskStore, useEngineQuery, useOpenSession } from '../client';
import { coderStore, setCoder } from '../features/project/coder-store';
import { useTranslation } from '../i18n';
import { IconButton, Menu, type MenuEntry, ProgressBar, Swatch, Tooltip } from '../ui';
import './StatusBar.css';
import { chooseReading, measures, numberings, readingStore } from './reading-store';
import { statusStore } from './status-store';
import { useTextZoom } from './theme-store';
import { workspaceStore } from './workspace-store';

/** Saved or not, who codes, how much there is, what is running. */
export function StatusBar() {
  const session = useOpenSession();
  const position = statusStore((store) => store.position);
  const tasks = taskStore((store) => store.tasks);
  return (
    <footer className="status-bar">
      <PanelButton name="sideBar" icon={PanelLeft} />
      <SavedState session={session} />
      <CoderSwitch />
      {session && <Totals counts={session.counts} />}
      <span className="status-bar__gap" />
      {position && <span>{position}</span>}
      {tasks.map((task) => (
        <TaskState key={task.id} task={task} />
      ))}
      <TextZoom />
      <PanelButton name="inspector" icon={PanelRight} />
    </footer>
  );
}

/** In a window too narrow for a panel: what calls it, as it does not come by itself. */
function PanelButton({ name, icon }: { readonly name: 'sideBar' | 'inspector'; readonly icon: LucideIcon }) {
  const { t } = useTranslation();
  const hasRoom = workspaceStore((store) => store.hasRoom[name]);
  const isOpen = workspaceStore((store) => store.over === name);
  if (hasRoom) return null;
  return (
    <IconButton
      icon={icon}
      size="small"
      label={t(`actions:${name}`)}
      isPressed={isOpen}
      tooltipSide="top"
      onClick={() => void runAction(`view.${name}`)}
    />
  );
}

function Totals({ counts }: { readonly counts: ProjectCounts }) {
  const { t } = useTranslation();
  const total = [
    t('quotations', { count: counts.quotations }),
    t('codes', { count: counts.codes }),
    t('documents', { count: counts.documents }),
  ];
  return <span>{total.join(' · ')}</span>;
}

function SavedState({ session }: { readonly session: ReturnType<typeof useOpenSession> }) {
  const { t } = useTranslation();
  const isSaving = activityStore((store) => store.running > 0);
  // Only its place, until the project is open.
  if (session === null) return <span className="status-bar__saved" />;
  if (session.readOnly !== null) {
    const { readOnly } = session;
    // A line above says why.
    const isExplained = (session.writer ?? session.trouble) !== null;
    return (
      <Tooltip content={readOnly} side="top">
        <button type="button" className="status-bar__button status-bar__read-only">
          <LockKeyhole size={12} strokeWidth={1.75} aria-hidden />
          <span>{isExplained ? t('readOnlyShort') : t('readOnly', { reason: readOnly })}</span>
        </button>
      </Tooltip>
    );
  }
  return (
    <span className="status-bar__saved" data-saving={isSaving || undefined} role="status">
      <span className="status-bar__dot" aria-hidden />
      {t(isSaving ? 'saving' : 'saved')}
    </span>
  );
}

function CoderSwitch() {
  const { t } = useTranslation();
  const coder = coderStore((store) => store.coder);
  const { data: known = [] } = useEngineQuery('coders.list', {});
  if (!coder) return null;
  const items: readonly MenuEntry[] = [
    ...(known.length > 0 ? [{ type: 'label', label: t('project:coder.inProject') } as const] : []),
    ...known.map(({ id, name, color }) => ({
      label: name,
      leading: <Swatch key={id} color={color} />,
      isChecked: name === coder.name,
      onSelect: () => void setCoder({ name, color }),
    })),
    ...(known.length > 0 ? [{ type: 'separator' } as const] : []),
    { label: t('project:coder.other'), onSelect: () => openDialog('coder') },
  ];
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className="status-bar__button"
          aria-label={t('project:coder.switch', { name: coder.name })}
        >
          <Swatch color={coder.color} size={8} />
          {coder.name}
        </button>
      }
      items={items}
    />
  );
}

/** Its cancel button keeps its place at the right, whatever file is named: a press must never miss it. */
function TaskState({ task }: { readonly task: RunningTask }) {
  const { t } = useTranslation();
  const { progress, title, isStoring, cancel } = task;
  const share = progress?.total ? progress.done / progress.total : null;
  return (
    <span className="status-bar__task" role="status">
      <span className="status-bar__task-title">
        {isStoring ? t('storingTask', { title }) : title}
        {progress?.item && `: ${progress.item}`}
      </span>
      <span className="status-bar__progress">
        <ProgressBar label={title} value={share} />
      </span>
      <IconButton
        icon={X}
        size="small"
        label={t('cancelTask', { title })}
        tooltipSide="top"
        disabled={isStoring}
        onClick={cancel}
      />
    </span>
  );
}

function TextZoom() {
  const { t } = useTranslation();
  const zoom = useTextZoom();
  const { measure, numbers } = readingStore();
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <button type="button" className="status-bar__button" aria-label={t('textSize', { zoom })}>
          {zoom} %
        </button>
      }
      items={[
        {
          label: t('actions:textLarger'),
          shortcut: shownKeys('view.textLarger', 'Mod++'),
          onSelect: () => void runAction('view.textLarger'),
        },
        {
          label: t('actions:textSmaller'),
          shortcut: shownKeys('view.textSmaller', 'Mod+-'),
          onSelect: () => void runAction('view.textSmaller'),
        },
        {
          label: t('actions:textReset'),
          shortcut: shownKeys('view.textReset', 'Mod+0'),
          onSelect: () => void runAction('view.textReset'),
        },
        { type: 'separator' },
        ...measures.map((one) => ({
          label: t(`actions:measure.${one}`),
          isChecked: one === measure,
          onSelect: () => chooseReading({ measure: one }),
        })),
        { type: 'separator' },
        ...numberings.map((one) => ({
          label: t(`actions:numbers.${one}`),
          isChecked: one === numbers,
          onSelect: () => chooseReading({ numbers: one }),
        })),
      ]}
    />
  );
}
