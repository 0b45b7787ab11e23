import type { MenuItem, MenuSection } from '../../contract/shell';
import { t } from '../i18n';
import type { Action, ActionContext } from './action';
import { actions, actionTitle, isEnabled, shownShortcut } from './registry';

type Line =
  | { readonly action: string }
  | 'separator'
  | { readonly role: Role }
  | { readonly submenu: string; readonly lines: readonly Line[] };
type Role = Extract<MenuItem, { type: 'role' }>['role'];

const a = (action: string): Line => ({ action });
const role = (name: Role): Line => ({ role: name });

/** Actions that no line names are put at the end of their group's menu: nothing is forgotten here. */
const layout: readonly {
  readonly title: string;
  readonly group: Action['group'];
  readonly lines: readonly Line[];
}[] = [
  {
    title: 'actions:menu.file',
    group: 'file',
    lines: [
      a('project.new'),
      a('project.open'),
      a('project.sample'),
      'separator',
      a('source.importFiles'),
      a('source.importFolder'),
      'separator',
      a('export.codebook'),
      a('export.quotations'),
      a('export.cooccurrence'),
      a('export.history'),
      'separator',
      a('project.properties'),
      a('project.memo'),
      a('memo.new'),
      a('memo.types'),
      a('project.check'),
      a('source.erase'),
      'separator',
      a('project.saveCopy'),
      a('project.compare'),
      'separator',
      a('backups.take'),
      a('backups.restore'),
      'separator',
      a('document.print'),
      'separator',
      a('project.close'),
      role('quit'),
    ],
  },
  {
    title: 'actions:menu.edit',
    group: 'edit',
    lines: [
      a('history.undo'),
      a('history.redo'),
      'separator',
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      'separator',
      a('find.inDocument'),
      a('find.next'),
      a('find.previous'),
      a('find.inAll'),
    ],
  },
  { title: 'actions:menu.coding', group: 'coding', lines: [] },
  {
    title: 'actions:menu.view',
    group: 'view',
    lines: [
      a('view.palette'),
      'separator',
      a('view.cooccurrence'),
      a('view.codebook'),
      a('view.quotations'),
      a('view.memos'),
      a('view.history'),
      'separator',
      a('view.sideBar'),
      a('view.inspector'),
      {
        submenu: 'actions:menu.goTo',
        lines: [
          a('view.focusDocuments'),
          a('view.focusCodes'),
          a('view.focusText'),
          a('view.focusInspector'),
          a('view.filterCodes'),
          'separator',
          a('view.back'),
          a('view.forward'),
          'separator',
          a('view.nextTab'),
          a('view.previousTab'),
          a('view.closeTab'),
          a('view.closeOtherTabs'),
          a('view.reopenTab'),
        ],
      },
      {
        submenu: 'actions:menu.codes',
        lines: [a('code.expandAll'), a('code.collapseAll'), a('code.showAll')],
      },
      'separator',
      {
        submenu: 'actions:menu.theme',
        lines: [
          a('view.theme.system'),
          a('view.theme.light'),
          a('view.theme.dark'),
          a('view.theme.contrastLight'),
          a('view.theme.contrastDark'),
        ],
      },
      {
        submenu: 'actions:menu.textSize',
        lines: [a('view.textLarger'), a('view.textSmaller'), a('view.textReset')],
      },
      {
        submenu: 'actions:menu.measure',
        lines: [a('view.measure.narrow'), a('view.measure.normal'), a('view.measure.wide')],
      },
      {
        submenu: 'actions:menu.numbers',
        lines: [a('view.numbers.paragraphs'), a('view.numbers.lines'), a('view.numbers.none')],
      },
      {
        submenu: 'actions:menu.interfaceSize',
        lines: [role('zoomIn'), role('zoomOut'), role('resetZoom')],
      },
      role('togglefullscreen'),
      role('toggleDevTools'),
    ],
  },
  {
    title: 'actions:menu.help',
    group: 'help',
    lines: [a('help.shortcuts'), a('help.changeShortcuts'), a('coder.edit'), 'separator', a('help.about')],
  },
];

function named(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    if (line === 'separator' || 'role' in line) return [];
    return 'action' in line ? [line.action] : named(line.lines);
  });
}

const allNamed = new Set(layout.flatMap(({ lines }) => named(lines)));

/** The native menu bar as it stands now. */
export function buildMenu(context: ActionContext): readonly MenuSection[] {
  return layout.map(({ title, group, lines }) => {
    const others = actions.filter(
      (action) => action.group === group && !allNamed.has(action.id) && !action.hiddenIn?.includes('menu'),
    );
    const all = [...lines, ...others.map(({ id }) => a(id))];
    return { label: t(title), items: all.flatMap((line) => menuItem(line, context)) };
  });
}

/** The keys that these have by themselves are those of the text's size. */
const interfaceKeys: Partial<Record<Role, string>> = {
  zoomIn: 'CommandOrControl+Alt+Plus',
  zoomOut: 'CommandOrControl+Alt+-',
  resetZoom: 'CommandOrControl+Alt+0',
};

function menuItem(line: Line, context: ActionContext): readonly MenuItem[] {
  if (line === 'separator') return [{ type: 'separator' }];
  if ('role' in line) {
    const keys = interfaceKeys[line.role];
    const label = t(`actions:role.${line.role}`);
    return [{ type: 'role', role: line.role, label, ...(keys ? { accelerator: keys } : {}) }];
  }
  if ('submenu' in line) {
    const items = line.lines.flatMap((inner) => menuItem(inner, context));
    return [{ type: 'submenu', label: t(line.submenu), items }];
  }
  const action = actions.find(({ id }) => id === line.action);
  if (!action) return [];
  const shortcut = shownShortcut(action);
  const keys = shortcut === undefined ? null : accelerator(shortcut);
  return [
    {
      type: 'action',
      id: action.id,
      label: actionTitle(action, context),
      isEnabled: isEnabled(action, context),
      ...(action.isChecked ? { isChecked: action.isChecked(context) } : {}),
      ...(keys ? { accelerator: keys, isHandledByWindow: true } : {}),
    },
  ];
}

/** Electron's way to write the keys; null for a key that it can't name, which the window takes all the same. */
function accelerator(shortcut: string): string | null {
  const written = shortcut
    .replace('Mod+', 'CommandOrControl+')
    .replace('Ctrl+', 'Control+')
    .replace('Arrow', '')
    .replace(/Enter$/, 'Return')
    .replace(/\+\+$|^\+$/, (plus) => (plus.length > 1 ? '+Plus' : 'Plus'));
  return /(?:^|\+)(?:[!-*,-~]|F\d+|[A-Z][A-Za-z]+)$/.test(written) ? written : null;
}
