import { Columns2, Undo2, X } from 'lucide-react';
import type { TabRenderProps } from 'react-resizable-panels';
import { shownKeys } from '../../actions/shortcut-store';
import { useTranslation } from '../../i18n';
import { ContextMenu, Swatch } from '../../ui';
import { canReopenTab, closeOtherTabs, closeTab, openTab, reopenTab, type Tab } from '../workspace-store';
import { useTabTitle } from './use-tab-title';

interface TabFaceProps {
  readonly tab: Tab;
  readonly tabProps: TabRenderProps;
}

/** Its name alone: what follows the pointer while a tab is dragged. */
export function TabTitle({ tab }: { readonly tab: Tab }) {
  return useTabTitle(tab).title;
}

/**
 * A tab's handle. Its cross is for the mouse only, because a tab may hold no second control; by keys it closes
 * with Delete or the command.
 */
export function TabFace({ tab, tabProps }: TabFaceProps) {
  const { t } = useTranslation();
  const { title, color } = useTabTitle(tab);
  return (
    <ContextMenu
      items={() => [
        {
          label: t('closeTab'),
          icon: X,
          shortcut: shownKeys('view.closeTab', 'Mod+W'),
          onSelect: () => closeTab(tab),
        },
        { label: t('closeOthers'), onSelect: () => closeOtherTabs(tab) },
        {
          label: t('actions:reopenTab'),
          icon: Undo2,
          shortcut: shownKeys('view.reopenTab', 'Mod+Shift+T'),
          isEnabled: canReopenTab(),
          onSelect: reopenTab,
        },
        { type: 'separator' },
        { label: t('openBeside'), icon: Columns2, onSelect: () => moveBeside(tab) },
      ]}
    >
      <div
        {...tabProps}
        title={title}
        onAuxClick={(event) => {
          if (event.button === 1) closeTab(tab);
        }}
      >
        {color && <Swatch color={color} size={8} />}
        <span className="dock__tab-title">{title}</span>
        <span
          className="dock__close"
          data-tab-ignore
          aria-hidden
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            closeTab(tab);
          }}
        >
          <X size={12} strokeWidth={1.75} />
        </span>
      </div>
    </ContextMenu>
  );
}

function moveBeside(tab: Tab): void {
  closeTab(tab);
  openTab(tab, { split: 'right' });
}
