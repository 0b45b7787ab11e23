import {
  AlignLeft,
  ArrowDown,
  ArrowUp,
  Info,
  MessageSquareText,
  MoveHorizontal,
  Quote,
  Repeat,
  Tag,
  Tags,
  TextSelect,
  Trash2,
} from 'lucide-react';
import { type Action, type ActionContext, canChange } from '../../actions/action';
import { inspectorStore } from '../../app/inspector-store';
import { heldAnswer } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { openCodePalette } from './code-palette-store';
import {
  applyToPassage,
  codeInVivo,
  inspectAtCaret,
  removeAtCaret,
  repeatLast,
  resizeQuotation,
  stepQuotation,
  withActive,
  writePassageMemo,
} from './coding-commands';
import { passageToCode, selectedPassage } from './passage';
import { recentCodes, recentCodesStore } from './recent-codes';
import { extendUnit, growSelection, selectUnit, shrinkSelection, stepUnit } from './selection-moves';

function hasDocument({ session, activeTab }: ActionContext): boolean {
  return session.state === 'open' && activeTab?.kind === 'document';
}

function canCode(context: ActionContext): boolean {
  return hasDocument(context) && canChange(context);
}

/** The keys belong to the text: in a field for a name they are ordinary keys. */
const inText = { group: 'coding', isShortcutHandledByView: true } as const;
const reading = { ...inText, isEnabled: hasDocument } as const;
const coding = { ...inText, isEnabled: canCode } as const;

export const codingActions: readonly Action[] = [
  {
    ...coding,
    id: 'coding.apply',
    title: 'coding:apply',
    icon: Tag,
    shortcut: 'Enter',
    run: withActive((document) => {
      const span = passageToCode(document);
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
      hiddenIn: ['menu', 'palette'],
      run: withActive((document) => {
        const codes = heldAnswer('codes.tree', {}) ?? [];
        const recent = recentCodes(recentCodesStore.getState().recent, document.codings().codings, codes);
        const code = recent[number - 1];
        if (code) return applyToPassage(document, [code.id]);
      }),
    }),
  ),
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
    id: 'coding.remove',
    title: 'coding:remove',
    icon: Trash2,
    shortcut: ['Delete', 'Backspace'],
    run: withActive(removeAtCaret),
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
        inspected.kind === 'quotation' && document.codings().quotations.some(({ id }) => id === inspected.id);
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
  {
    ...reading,
    id: 'coding.nextQuotation',
    title: 'coding:nextQuotation',
    icon: ArrowDown,
    shortcut: ['F8', ']'],
    run: withActive((document) => stepQuotation(document, 1)),
  },
  {
    ...reading,
    id: 'coding.previousQuotation',
    title: 'coding:previousQuotation',
    icon: ArrowUp,
    shortcut: ['Shift+F8', '['],
    run: withActive((document) => stepQuotation(document, -1)),
  },
  {
    ...reading,
    id: 'coding.nextSentence',
    title: 'coding:nextSentence',
    icon: ArrowDown,
    shortcut: 'Alt+ArrowDown',
    run: withActive((document) => stepUnit(document, 'sentence', 1)),
  },
  {
    ...reading,
    id: 'coding.previousSentence',
    title: 'coding:previousSentence',
    icon: ArrowUp,
    shortcut: 'Alt+ArrowUp',
    run: withActive((document) => stepUnit(document, 'sentence', -1)),
  },
  {
    ...reading,
    id: 'coding.nextParagraph',
    title: 'coding:nextParagraph',
    icon: ArrowDown,
    shortcut: 'Mod+ArrowDown',
    run: withActive((document) => stepUnit(document, 'paragraph', 1)),
  },
  {
    ...reading,
    id: 'coding.previousParagraph',
    title: 'coding:previousParagraph',
    icon: ArrowUp,
    shortcut: 'Mod+ArrowUp',
    run: withActive((document) => stepUnit(document, 'paragraph', -1)),
  },
  {
    ...reading,
    id: 'coding.extendSentence',
    title: 'coding:extendSentence',
    shortcut: 'Alt+Shift+ArrowDown',
    run: withActive((document) => extendUnit(document, 'sentence', 1)),
  },
  {
    ...reading,
    id: 'coding.extendSentenceBack',
    title: 'coding:extendSentenceBack',
    shortcut: 'Alt+Shift+ArrowUp',
    run: withActive((document) => extendUnit(document, 'sentence', -1)),
  },
  {
    ...reading,
    id: 'coding.extendParagraph',
    title: 'coding:extendParagraph',
    shortcut: 'Mod+Shift+ArrowDown',
    run: withActive((document) => extendUnit(document, 'paragraph', 1)),
  },
  {
    ...reading,
    id: 'coding.extendParagraphBack',
    title: 'coding:extendParagraphBack',
    shortcut: 'Mod+Shift+ArrowUp',
    run: withActive((document) => extendUnit(document, 'paragraph', -1)),
  },
  {
    ...reading,
    id: 'coding.selectWord',
    title: 'coding:selectWord',
    icon: TextSelect,
    shortcut: 'Alt+1',
    run: withActive((document) => selectUnit(document, 'word')),
  },
  {
    ...reading,
    id: 'coding.selectSentence',
    title: 'coding:selectSentence',
    icon: TextSelect,
    shortcut: 'Alt+2',
    run: withActive((document) => selectUnit(document, 'sentence')),
  },
  {
    ...reading,
    id: 'coding.selectParagraph',
    title: 'coding:selectParagraph',
    icon: AlignLeft,
    shortcut: 'Alt+3',
    run: withActive((document) => selectUnit(document, 'paragraph')),
  },
  {
    ...reading,
    id: 'coding.grow',
    title: 'coding:grow',
    icon: TextSelect,
    shortcut: ['+', 'Alt+Shift+ArrowRight'],
    run: withActive(growSelection),
  },
  {
    ...reading,
    id: 'coding.shrink',
    title: 'coding:shrink',
    icon: TextSelect,
    shortcut: ['-', 'Alt+Shift+ArrowLeft'],
    run: withActive(shrinkSelection),
  },
];

/** An action's keys as shown beside a button; the first of several. */
export function shownShortcut(id: string): string | undefined {
  const shortcut = codingActions.find((action) => action.id === id)?.shortcut;
  return typeof shortcut === 'string' ? shortcut : shortcut?.[0];
}
