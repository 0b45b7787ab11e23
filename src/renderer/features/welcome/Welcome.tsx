import { ArchiveRestore, Ellipsis, FilePlus2, FolderOpen, Library, type LucideIcon, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecentProject } from '../../../contract/shell';
import { runAction } from '../../actions/registry';
import { shell } from '../../client';
import { formatAgo, formatDateTime, useTranslation } from '../../i18n';
import { classNames, IconButton, Kbd, Menu, type MenuEntry } from '../../ui';
import { openBackups } from '../backups/backups-store';
import { openingStore } from '../project/opening';
import { openProject } from '../project/project-commands';
import { Sheet } from './Sheet';
import './Welcome.css';

/** No project is open: begin one, open one, or look at the sample. */
export function Welcome() {
  const { t } = useTranslation();
  const isOpening = openingStore((store) => store.isOpening);
  return (
    <Sheet>
      <div className="welcome" aria-busy={isOpening}>
        <section className="welcome__begin" aria-label={t('welcome:begin')}>
          <Way
            id="project.new"
            icon={FilePlus2}
            name={t('welcome:new')}
            note={t('welcome:newNote')}
            keys="Mod+N"
          />
          <Way
            id="project.open"
            icon={FolderOpen}
            name={t('welcome:open')}
            note={t('welcome:openNote')}
            keys="Mod+O"
          />
          <Way id="project.sample" icon={Library} name={t('welcome:sample')} note={t('welcome:sampleNote')} />
        </section>
        <Recent />
      </div>
    </Sheet>
  );
}

interface WayProps {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly note: string;
  readonly keys?: string;
}

function Way({ id, icon: Icon, name, note, keys }: WayProps) {
  return (
    <button type="button" className="welcome__way" onClick={() => void runAction(id)}>
      <Icon size={20} strokeWidth={1.25} aria-hidden />
      <span className="welcome__way-text">
        <strong>{name}</strong>
        <span>{note}</span>
      </span>
      {keys && <Kbd keys={keys} isPlain />}
    </button>
  );
}

/** Asked of the machine each time the screen is shown. */
function useRecent(): [readonly RecentProject[] | null, (path: string) => void] {
  const [recent, setRecent] = useState<readonly RecentProject[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void shell.recentProjects().then((projects) => {
      if (!isGone) setRecent(projects);
    });
    return () => {
      isGone = true;
    };
  }, []);
  const forget = (path: string) => {
    setRecent((projects) => projects?.filter((project) => project.path !== path) ?? null);
    void shell.forgetRecentProject(path);
  };
  return [recent, forget];
}

function Recent() {
  const { t } = useTranslation();
  const [recent, forget] = useRecent();
  if (recent === null) return <section className="welcome__recent" aria-busy="true" />;
  return (
    <section className="welcome__recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('welcome:recent')}</h2>
      {recent.length === 0 ? (
        <p className="welcome__none">{t('welcome:noRecent')}</p>
      ) : (
        <ul>
          {recent.map((project) => (
            <RecentLine key={project.path} project={project} forget={forget} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RecentLineProps {
  readonly project: RecentProject;
  readonly forget: (path: string) => void;
}

function RecentLine({ project, forget }: RecentLineProps) {
  const { t } = useTranslation();
  const { path, name, openedAt, exists } = project;
  const items: readonly MenuEntry[] = [
    {
      label: t('welcome:restore'),
      icon: ArchiveRestore,
      onSelect: () => openBackups({ path, name }),
    },
    {
      label: t('welcome:showInFolder'),
      icon: FolderOpen,
      isEnabled: exists,
      onSelect: () => shell.showInFolder(path),
    },
    { type: 'separator' },
    { label: t('welcome:forget'), icon: X, onSelect: () => forget(path) },
  ];
  return (
    <li className={classNames('recent', !exists && 'recent--missing')}>
      <button
        type="button"
        className="recent__open"
        disabled={!exists}
        onClick={() => void openProject(path)}
      >
        <span className="recent__name">
          {name}
          {!exists && <span className="recent__badge">{t('welcome:missing')}</span>}
        </span>
        <span className="recent__when" title={formatDateTime(openedAt)}>
          {formatAgo(openedAt)}
        </span>
        <span className="recent__path" title={path}>
          <bdi>{path}</bdi>
        </span>
      </button>
      <Menu
        align="end"
        trigger={<IconButton icon={Ellipsis} size="small" label={t('welcome:more', { name })} />}
        items={items}
      />
    </li>
  );
}
