import { create } from 'zustand';
import type { Settings } from '../../contract/shell';
import type { Theme } from '../../core/colors';
import { shell } from '../client/shell';

/** The chosen theme and what it comes to: light or dark, of more contrast or not. The text zoom is of documents only, in per cent. */
interface ThemeStore {
  readonly choice: Settings['theme'];
  readonly theme: Theme;
  readonly hasMoreContrast: boolean;
  readonly textZoom: number;
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const systemContrast = window.matchMedia('(prefers-contrast: more)');

function resolve(choice: Settings['theme']): Pick<ThemeStore, 'theme' | 'hasMoreContrast'> {
  const isDark = choice === 'system' ? systemDark.matches : choice === 'dark' || choice === 'contrastDark';
  const isChosen = choice === 'contrastLight' || choice === 'contrastDark';
  return { theme: isDark ? 'dark' : 'light', hasMoreContrast: isChosen || systemContrast.matches };
}

export const themeStore = create<ThemeStore>(() => ({
  choice: shell.settings.theme,
  ...resolve(shell.settings.theme),
  textZoom: shell.settings.textZoom,
}));

/** The theme in which things are painted; for `codeColors(hex, theme)`. */
export function useTheme(): Theme {
  return themeStore((store) => store.theme);
}

export function useTextZoom(): number {
  return themeStore((store) => store.textZoom);
}

export function chooseTheme(choice: Settings['theme']): void {
  themeStore.setState({ choice, ...resolve(choice) });
  shell.saveSetting('theme', choice);
}

const zoomSteps = [60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

export function zoomText(by: 'in' | 'out' | 'reset'): void {
  const { textZoom } = themeStore.getState();
  const next = {
    in: zoomSteps.find((step) => step > textZoom) ?? textZoom,
    out: zoomSteps.findLast((step) => step < textZoom) ?? textZoom,
    reset: 100,
  }[by];
  themeStore.setState({ textZoom: next });
  shell.saveSetting('textZoom', next);
}

/** Writes theme and zoom on the page and follows the system. */
export function followTheme(): void {
  const root = document.documentElement;
  const paint = ({ theme, hasMoreContrast, textZoom }: ThemeStore) => {
    root.dataset.theme = theme;
    root.dataset.contrast = hasMoreContrast ? 'more' : 'usual';
    root.style.setProperty('--text-zoom', String(textZoom / 100));
  };
  paint(themeStore.getState());
  themeStore.subscribe(paint);
  shell.onSettingSaved(({ theme, textZoom }) => {
    if (theme) themeStore.setState({ choice: theme, ...resolve(theme) });
    if (textZoom) themeStore.setState({ textZoom });
  });
  for (const query of [systemDark, systemContrast])
    query.addEventListener('change', () => themeStore.setState(({ choice }) => resolve(choice)));
}
