import {
  Copy,
  FileText,
  Info,
  MessageSquareText,
  MessagesSquare,
  MoveHorizontal,
  Pencil,
  Quote,
  Repeat,
  Stamp,
  Tag,
  Tags,
  Trash2,
} from 'lucide-react';
import { rowOf } from '../../../core/document-marks';
import { type Action, canChange } from '../../actions/action';
import { shortcutsOf } from '../../actions/shortcut-store';
import { inspectorStore } from '../../app/inspector-store';
import { heldAnswer } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { startAdjusting } from './adjusting';
import { openCodePalette } from './code-palette-store';
import {
  applyToPassage,
  atCaret,
  codeInVivo,
  openCodingMemo,
  pickCoding,
  removeAtCaret,
  repeatLast,
  resizeQuotation,
  withActive,
  writePassageMemo,
} from './coding-commands';
import { copyCodes, pasteCodes } from './copied-codes';
import { openPalette } from './open-palette';
import { selectedPassage, trimSpan } from './passage';
import { reading, readingActions } from './reading-actions';
import { recentHere } from './recent-codes';
import { passageToCode, unitHere } from './selection-moves';
import { inspectAtCaret } from './stepping';

const coding = {
  ...reading,
  isEnabled: (context: Parameters<typeof reading.isEnabled>[0]) =>
    reading.isEnabled(context) && canChange(context),
} as const;

export const codingActions: readonly Action[] = [
  {
    ...coding,
    id: 'coding.apply',
    title: 'coding:apply',
    icon: Tag,
    shortcut: 'Enter',
    run: withActive((document) => openPalette(document, passageToCode(document))),
  },
  {
    ...coding,
    id: 'coding.applyTurn',
    title: 'coding:applyTurn',
    icon: MessagesSquare,
    shortcut: 'Alt+Enter',
    run: withActive((document) => openPalette(document, unitHere(document, 'turn'))),
  },
  {
    ...coding,
    id: 'coding.applyDocument',
    title: 'coding:applyDocument',
    icon: FileText,
    shortcut: 'Mod+Shift+A',
    run: withActive((document) => {
      const { positions, text } = document.surface.document;
      const span = trimSpan(text, { start: 0, end: positions.length });
      // Nothing is selected, so that the reading place stays where it was.
      if (span) openCodePalette({ kind: 'apply', sourceId: document.sourceId, span });
    }),
  },
  {
    ...coding,
    id: 'coding.inVivo',
    title: 'coding:inVivo',
    icon: Quote,
    shortcut: ['"', 'Mod+Shift+V'],
    run: withActive(codeInVivo),
  },
  {
    ...coding,
    id: 'coding.repeat',
    title: 'coding:repeat',
    icon: Repeat,
    shortcut: ['.', 'Mod+.'],
    run: withActive(repeatLast),
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (number): Action => ({
      ...coding,
      id: `coding.recent${number}`,
      title: 'coding:applyRecent',
      titleValues: () => ({ number }),
      icon: Tags,
      shortcut: String(number),
      // The first and the last tell of all.
      hiddenIn: number > 1 && number < 9 ? ['menu', 'palette', 'sheet'] : ['menu', 'palette'],
      run: withActive((document) => {
        const code = recentHere(document, heldAnswer('codes.tree', {}) ?? [])[number - 1];
        if (code) return applyToPassage(document, [code.id]);
      }),
    }),
  ),
  {
    ...coding,
    id: 'coding.copyCodes',
    title: 'coding:copyCodes',
    icon: Copy,
    shortcut: 'Mod+Shift+C',
    run: withActive(copyCodes),
  },
  {
    ...coding,
    id: 'coding.pasteCodes',
    title: 'coding:pasteCodes',
    icon: Stamp,
    shortcut: 'Mod+V',
    run: withActive(pasteCodes),
  },
  {
    ...coding,
    id: 'coding.memo',
    title: 'coding:memo',
    icon: MessageSquareText,
    shortcut: 'Mod+M',
    run: withActive(writePassageMemo),
  },
  {
    ...coding,
    id: 'coding.codingMemo',
    title: 'coding:codingMemo',
    icon: MessageSquareText,
    shortcut: 'Mod+Alt+M',
    run: withActive((document) => {
      const [only, ...others] = atCaret(document)?.codings ?? [];
      if (only && others.length === 0) openCodingMemo(only);
      else pickCoding(document, 'memo');
    }),
  },
  {
    ...coding,
    id: 'coding.recode',
    title: 'coding:recode',
    icon: Pencil,
    shortcut: 'Mod+R',
    run: withActive((document) => {
      const here = atCaret(document);
      const [only, ...others] = here?.codings ?? [];
      if (!here || !only || others.length > 0) return pickCoding(document, 'recode');
      const { start, end } = here.quotation;
      document.surface.select({ start, end });
      const span = { start, end };
      openCodePalette({ kind: 'recode', sourceId: document.sourceId, span, codingIds: [only.id] });
    }),
  },
  {
    ...coding,
    id: 'coding.remove',
    title: 'coding:remove',
    icon: Trash2,
    shortcut: ['Delete', 'Backspace'],
    run: withActive((document) => removeAtCaret(document)),
  },
  {
    ...coding,
    id: 'coding.removeAll',
    title: 'coding:removeAll',
    icon: Trash2,
    shortcut: 'Shift+Delete',
    run: withActive((document) => removeAtCaret(document, { all: true })),
  },
  {
    ...coding,
    id: 'coding.adjust',
    title: 'coding:adjust.quotation',
    icon: MoveHorizontal,
    shortcut: 'F2',
    run: withActive((document) => {
      const here = atCaret(document);
      if (!here) {
        tell({ kind: 'info', message: t('coding:noQuotationHere') });
        return;
      }
      const { id, start, end } = here.quotation;
      startAdjusting(document, { kind: 'quotation', id }, { start, end });
    }),
  },
  {
    ...coding,
    id: 'coding.adjustOne',
    title: 'coding:adjust.one',
    icon: MoveHorizontal,
    shortcut: 'Shift+F2',
    run: withActive((document) => pickCoding(document, 'adjust')),
  },
  {
    ...coding,
    id: 'coding.resize',
    title: 'coding:resize',
    icon: MoveHorizontal,
    shortcut: 'Mod+Shift+Enter',
    run: withActive(async (document) => {
      const { inspected } = inspectorStore.getState();
      const span = selectedPassage(document);
      const isHere =
        inspected.kind === 'quotation' && rowOf(document.codings().quotations.ids, inspected.id) >= 0;
      if (isHere && span) await resizeQuotation(inspected.id, span);
      else tell({ kind: 'info', message: t('coding:resizeHow') });
    }),
  },
  {
    ...reading,
    id: 'coding.inspect',
    title: 'coding:inspect',
    icon: Info,
    shortcut: 'Mod+Enter',
    run: withActive((document) => {
      const { inspected } = inspectorStore.getState();
      inspectAtCaret(document, inspected.kind === 'quotation' ? inspected.id : null);
    }),
  },
  ...readingActions,
];

/** An action's keys as shown beside a button; the first of several. */
export function shownShortcut(id: string): string | undefined {
  const action = codingActions.find((one) => one.id === id);
  return action && shortcutsOf(action)[0];
}
