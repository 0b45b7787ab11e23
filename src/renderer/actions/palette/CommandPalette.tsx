import { Command } from 'cmdk';
import { FileText } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useMemo, useState } from 'react';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery, useSession } from '../../client';
import { useTranslation } from '../../i18n';
import { hasMoved, Kbd, returnFocus, Swatch } from '../../ui';
import type { Action } from '../action';
import { goTo } from '../go-to';
import {
  actions,
  actionTitle,
  currentContext,
  isEnabled,
  keywordsOf,
  runAction,
  shownShortcut,
} from '../registry';
import { best } from './best';
import './CommandPalette.css';

/** Everything by name: documents, codes, commands. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const choose = (act: () => void) => {
    onClose();
    // The dialog gives the focus back first, so that what follows may take it.
    setTimeout(act);
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className="dialog__veil" />
        <Radix.Content className="palette" aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
          <Radix.Title className="visually-hidden">{t('actions:paletteLabel')}</Radix.Title>
          <Command
            label={t('actions:paletteLabel')}
            shouldFilter={false}
            loop
            onPointerMoveCapture={(event) => !hasMoved(event) && event.stopPropagation()}
          >
            <Command.Input
              className="palette__input"
              placeholder={t('actions:palettePlaceholder')}
              value={search}
              onValueChange={setSearch}
            />
            <Command.List className="palette__list" label={t('actions:paletteLabel')}>
              <Command.Empty className="palette__empty">{t('actions:paletteEmpty')}</Command.Empty>
              <Things search={search} choose={choose} />
              <Commands search={search} choose={choose} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface PartProps {
  readonly search: string;
  readonly choose: (act: () => void) => void;
}

const mostThings = 8;

function Things({ search, choose }: PartProps) {
  const { t } = useTranslation();
  const isOpen = useSession().state === 'open';
  const { data: sources } = useEngineQuery('sources.tree', {}, { enabled: isOpen });
  const { data: codes } = useEngineQuery('codes.tree', {}, { enabled: isOpen });
  const foundSources = useMemo(
    () => best(sources?.sources ?? [], search, ({ name }) => ({ name })),
    [sources, search],
  );
  const foundCodes = useMemo(
    () => best(codes ?? [], search, ({ path }) => ({ name: path })),
    [codes, search],
  );
  const hasSearch = search.trim() !== '';
  return (
    <>
      {foundSources.length > 0 && (
        <Command.Group className="palette__group" heading={t('actions:paletteGroups.documents')}>
          {foundSources.slice(0, hasSearch ? mostThings : 5).map(({ id, name }) => (
            <Command.Item
              key={id}
              value={id}
              className="palette__item"
              onSelect={() => choose(() => goTo({ kind: 'document', sourceId: id }))}
            >
              <FileText size={16} strokeWidth={1.5} aria-hidden />
              <span className="palette__name">{name}</span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {hasSearch && foundCodes.length > 0 && (
        <Command.Group className="palette__group" heading={t('actions:paletteGroups.codes')}>
          {foundCodes.slice(0, mostThings).map(({ id, path, color, isCodable }) => (
            <Command.Item
              key={id}
              value={id}
              className="palette__item"
              onSelect={() =>
                choose(() => {
                  inspect({ kind: 'code', id });
                  openTab({ kind: 'quotations', codeId: id });
                })
              }
            >
              <span className="palette__swatch">
                <Swatch color={color} isHollow={!isCodable} />
              </span>
              <span className="palette__name">{path}</span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </>
  );
}

function Commands({ search, choose }: PartProps) {
  const { t } = useTranslation();
  const found = useMemo(() => {
    const context = currentContext();
    const possible = actions
      .filter((action) => !action.hiddenIn?.includes('palette') && isEnabled(action, context))
      .map((action) => ({ action, title: actionTitle(action, context) }));
    return best(possible, search, ({ action, title }) => ({ name: title, keywords: keywordsOf(action) }));
  }, [search]);
  if (found.length === 0) return null;
  return (
    <Command.Group className="palette__group" heading={t('actions:paletteGroups.actions')}>
      {found.map(({ action, title }) => (
        <Line key={action.id} action={action} title={title} choose={choose} />
      ))}
    </Command.Group>
  );
}

interface LineProps extends Pick<PartProps, 'choose'> {
  readonly action: Action;
  readonly title: string;
}

function Line({ action, title, choose }: LineProps) {
  const { icon: Icon } = action;
  const shortcut = shownShortcut(action);
  return (
    <Command.Item
      value={action.id}
      className="palette__item"
      onSelect={() => choose(() => void runAction(action.id))}
    >
      <span className="palette__swatch">{Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}</span>
      <span className="palette__name">{title}</span>
      {shortcut && <Kbd keys={shortcut} isPlain />}
    </Command.Item>
  );
}
