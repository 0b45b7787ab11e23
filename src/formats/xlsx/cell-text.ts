/** The most UTF-16 units that a spreadsheet program takes in one cell. */
export const MAX_CELL_LENGTH = 32_767;
const CUT_MARK = ' […]';

/** Characters that XML or the writing library would lose, and what the format would take for an escape. */
const NEEDS_ESCAPE = /[^\P{Cc}\t\n]|[\uFDD0-\uFDEF\uFFFE\uFFFF]|_(?=x[0-9a-f]{4}_)/giu;

/**
 * A text as an XLSX cell holds it without loss: odd characters as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring;
 * spreadsheet programs read it back), an over-long text cut with a mark.
 */
export function toCellText(text: string): { text: string; isCut: boolean } {
  const isCut = text.length > MAX_CELL_LENGTH;
  const fitting = isCut ? cut(text) : text;
  return { text: guardSharedString(fitting.replace(NEEDS_ESCAPE, escapeUnit)), isCut };
}

function cut(text: string): string {
  // Not in the middle of a pair.
  return text.slice(0, MAX_CELL_LENGTH - CUT_MARK.length).replace(/[\uD800-\uDBFF]$/, '') + CUT_MARK;
}

/** The writing library looks texts up in a plain object, where `constructor` is there before anybody put it in. */
function guardSharedString(text: string): string {
  return text in Object.prototype ? escapeUnit(text.charAt(0)) + text.slice(1) : text;
}

function escapeUnit(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
