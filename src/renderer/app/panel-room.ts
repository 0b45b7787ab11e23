/** Pixels that the dock keeps: 45 characters of a text at its usual size, with its gutters, margin and minimap. */
export const leastDock = 480;

export interface Panels {
  readonly sideBar: boolean;
  readonly inspector: boolean;
}

export interface PanelQuestion {
  /** Of the window, and of the panels as they were last; pixels. */
  readonly windowWidth: number;
  readonly sideBarWidth: number;
  readonly inspectorWidth: number;
  /** Which panels the person wants to see. */
  readonly wanted: Panels;
}

/**
 * Which panels have room beside a readable text. The inspector gives way first; it has more room where no side bar
 * is wanted. A panel without room lies over the text while it is asked for.
 */
export function panelsWithRoom(question: PanelQuestion): Panels {
  const { windowWidth, sideBarWidth, inspectorWidth, wanted } = question;
  const sideBar = windowWidth >= sideBarWidth + leastDock;
  const taken = wanted.sideBar && sideBar ? sideBarWidth : 0;
  return { sideBar, inspector: windowWidth >= taken + inspectorWidth + leastDock };
}
