import { type Editor, useEditorState } from '@tiptap/react';
import { Bold, Heading, Italic, Link2, List, ListOrdered, type LucideIcon, TextQuote } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { useTranslation } from '../../../i18n';
import { Tooltip } from '../../../ui';

interface Tool {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly shortcut: string;
  /** Undefined: no switch. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  {
    id: 'bold',
    icon: Bold,
    shortcut: 'Mod+B',
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleMark('bold').run(),
  },
  {
    id: 'italic',
    icon: Italic,
    shortcut: 'Mod+I',
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleMark('italic').run(),
  },
  {
    id: 'heading',
    icon: Heading,
    shortcut: 'Mod+Alt+1',
    isOn: (editor) => editor.isActive('heading'),
    run: nextHeading,
  },
  {
    id: 'bulletList',
    icon: List,
    shortcut: 'Mod+Shift+8',
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
  {
    id: 'orderedList',
    icon: ListOrdered,
    shortcut: 'Mod+Shift+7',
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  },
  {
    id: 'blockquote',
    icon: TextQuote,
    shortcut: 'Mod+Shift+9',
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  },
];

/** From a paragraph to the largest heading, to the smaller ones, and back. */
function nextHeading(editor: Editor): void {
  const level = editor.isActive('heading') ? Number(editor.getAttributes('heading').level) + 1 : 1;
  const chain = editor.chain().focus();
  if (level > 3) chain.setNode('paragraph').run();
  else chain.setNode('heading', { level }).run();
}

/** What can be done with the words; one stop of the Tab key, arrows walk through it. */
export function MemoToolbar({ editor, onLink }: { readonly editor: Editor; readonly onLink: () => void }) {
  const { t } = useTranslation();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      tools
        .filter(({ isOn }) => isOn?.(now))
        .map(({ id }) => id)
        .join(' '),
  });
  const active = new Set(on.split(' '));
  return (
    <Toolbar.Root className="memo-toolbar" aria-label={t('memos:tools.label')}>
      {tools.map(({ id, icon, shortcut, run }) => (
        <Tool
          key={id}
          icon={icon}
          label={t(`memos:tools.${id}`)}
          shortcut={shortcut}
          isPressed={active.has(id)}
          onClick={() => run(editor)}
        />
      ))}
      <Tool icon={Link2} label={t('memos:tools.link')} shortcut="Mod+Shift+K" onClick={onLink} />
    </Toolbar.Root>
  );
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly shortcut: string;
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon: Icon, label, shortcut, isPressed, onClick }: ToolProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side="top">
      <Toolbar.Button
        className="icon-button icon-button--small"
        aria-label={label}
        aria-pressed={isPressed}
        // The words stay chosen.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        <Icon size={14} strokeWidth={1.75} aria-hidden />
      </Toolbar.Button>
    </Tooltip>
  );
}
