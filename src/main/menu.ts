import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuItem } from '../contract/shell';
import { isRecord, isText } from './checks';

type Role = Extract<MenuItem, { type: 'role' }>['role'];

const roles: Readonly<Record<Role, true>> = {
  cut: true,
  copy: true,
  paste: true,
  selectAll: true,
  minimize: true,
  close: true,
  quit: true,
  togglefullscreen: true,
  zoomIn: true,
  zoomOut: true,
  resetZoom: true,
  toggleDevTools: true,
  services: true,
  hide: true,
  about: true,
};

const deepest = 4;
const mostItems = 200;

function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(roles, value);
}

type OnAction = (id: string) => void;

function readItem(item: unknown, onAction: OnAction, depth: number): MenuItemConstructorOptions | undefined {
  if (!isRecord(item)) return undefined;
  const label = isText(item.label, 500) ? item.label : undefined;
  if (item.type === 'separator') return { type: 'separator' };
  if (item.type === 'role') {
    if (!isRole(item.role) || (item.role === 'toggleDevTools' && app.isPackaged)) return undefined;
    return {
      role: item.role,
      ...(label === undefined ? {} : { label }),
      ...(isText(item.accelerator, 100) ? { accelerator: item.accelerator } : {}),
    };
  }
  if (label === undefined) return undefined;
  if (item.type === 'submenu') return { label, submenu: readItems(item.items, onAction, depth + 1) };
  if (item.type !== 'action' || !isText(item.id)) return undefined;
  const { id } = item;
  return {
    label,
    enabled: item.isEnabled === true,
    ...(typeof item.isChecked === 'boolean' ? { type: 'checkbox', checked: item.isChecked } : {}),
    ...(isText(item.accelerator, 100)
      ? { accelerator: item.accelerator, registerAccelerator: item.isHandledByWindow !== true }
      : {}),
    click: () => onAction(id),
  };
}

function readItems(items: unknown, onAction: OnAction, depth: number): MenuItemConstructorOptions[] {
  if (!Array.isArray(items) || depth > deepest) return [];
  return items.slice(0, mostItems).flatMap((item: unknown) => readItem(item, onAction, depth) ?? []);
}

/** The window's sections (see `MenuSection`) as a template; what is none is left out. */
export function readMenu(sections: unknown, onAction: OnAction): MenuItemConstructorOptions[] {
  if (!Array.isArray(sections)) return [];
  return sections.slice(0, 20).flatMap((section: unknown) => {
    if (!isRecord(section) || !isText(section.label, 100)) return [];
    return [{ label: section.label, submenu: readItems(section.items, onAction, 1) }];
  });
}

/** A menu bar with headings only. */
export function headingsMenu(headings: readonly string[]): Menu {
  return Menu.buildFromTemplate(headings.map((label) => ({ label, submenu: [] })));
}
