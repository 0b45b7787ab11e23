import type { CodeId, QuotationId, SourceId } from '../ids';

/**
 * The rich text of a memo, as Tiptap writes it in JSON: these nodes and marks and no others. A reference holds what it
 * leads to, never its words: they are drawn live from the project.
 */
export interface MemoDoc {
  readonly type: 'doc';
  readonly content: readonly MemoBlock[];
}

export type MemoBlock =
  | { readonly type: 'paragraph'; readonly content?: readonly MemoInline[] }
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: number };
      readonly content?: readonly MemoInline[];
    }
  | { readonly type: 'bulletList'; readonly content: readonly MemoItem[] }
  | {
      readonly type: 'orderedList';
      readonly attrs?: { readonly start: number };
      readonly content: readonly MemoItem[];
    }
  | { readonly type: 'blockquote'; readonly content: readonly MemoBlock[] };

export interface MemoItem {
  readonly type: 'listItem';
  readonly content: readonly MemoBlock[];
}

export type MemoInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly MemoMark[] }
  | { readonly type: 'hardBreak' }
  | { readonly type: 'reference'; readonly attrs: MemoReference };

export interface MemoMark {
  readonly type: 'bold' | 'italic';
}

/** What a link in a memo leads to. */
export type MemoReference =
  | { readonly kind: 'quotation'; readonly id: QuotationId }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'source'; readonly id: SourceId };

export const headingLevels = 3;
