import { Check, GripVertical, MessageSquareText, Quote, Tag } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { CodeRow, DocumentCoding } from '../../../contract/queries';
import type { TextSpan } from '../../../core/text';
import { useTranslation } from '../../i18n';
import { Button, IconButton, Swatch, Tooltip } from '../../ui';
import { shownShortcut } from './actions';
import { openCodePalette } from './code-palette-store';
import { applyCodes, codeInVivo, removeCodings, writePassageMemo } from './coding-commands';
import { type FloatingQuestion, placeFloating } from './floating-place';
import type { OpenDocument } from './open-documents';
import { beginPassageDrag } from './passage-drag';
import './SelectionToolbar.css';

export interface SelectionToolbarProps {
  readonly document: OpenDocument;
  readonly span: TextSpan;
  /** Most recent first, in an order that stays as long as the passage does. */
  readonly recent: readonly CodeRow[];
  /** Codings of exactly this passage. */
  readonly here: readonly DocumentCoding[];
  /** Calls back whenever the text moves under the toolbar; gives what ends it. */
  readonly onMove: (follow: () => void) => () => void;
}

const mostCodes = 4;

/** What can be done with the selected passage, beside it. */
export function SelectionToolbar({ document, span, recent, here, onMove }: SelectionToolbarProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const { surface, sourceId } = document;

  useLayoutEffect(() => {
    const place = () => {
      const element = bar.current;
      const edges = surface.edgesOf(span);
      if (!element || !edges) return;
      const bounds = surface.viewport();
      const isSeen = edges.last.bottom > bounds.top && edges.first.top < bounds.bottom;
      element.hidden = !isSeen;
      const { width, height } = element.getBoundingClientRect();
      const { left, top } = placeFloating({
        ...edges,
        width,
        height,
        bounds: besideMargin(bounds, surface.textElement.getBoundingClientRect(), width),
        prefer: 'above',
      });
      element.style.transform = `translate(${Math.round(left - bounds.left)}px, ${Math.round(top - bounds.top)}px)`;
    };
    place();
    return onMove(place);
  }, [surface, span, onMove]);

  useEffect(() => {
    // Reaching it by keyboard: Tab from the text comes here, Escape goes back.
    const element = bar.current;
    const back = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') surface.focus();
    };
    element?.addEventListener('keydown', back);
    return () => element?.removeEventListener('keydown', back);
  }, [surface]);

  return (
    <div
      ref={bar}
      className="selection-toolbar"
      role="toolbar"
      aria-label={t('coding:toolbar')}
      onKeyDown={moveBetweenButtons}
      // The selection must not be lost by a press on a button.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button
        variant="quiet"
        icon={Tag}
        shortcut={shownShortcut('coding.apply')}
        onClick={() => openCodePalette({ kind: 'apply', sourceId, span })}
      >
        {t('coding:applyShort')}
      </Button>
      {recent.length > 0 && <span className="selection-toolbar__line" />}
      {recent.slice(0, mostCodes).map((code, index) => {
        const codings = here.filter(({ codeId }) => codeId === code.id).map(({ id }) => id);
        const isOn = codings.length > 0;
        const label = t(isOn ? 'coding:removeNamed' : 'coding:applyNamed', { name: code.path });
        return (
          <Tooltip key={code.id} content={label} shortcut={isOn ? undefined : String(index + 1)} side="top">
            <button
              type="button"
              className="selection-toolbar__code"
              aria-label={label}
              aria-pressed={isOn}
              onClick={() =>
                void (isOn ? removeCodings(codings) : applyCodes({ sourceId, span, codeIds: [code.id] }))
              }
            >
              {isOn ? <Check size={14} strokeWidth={2} aria-hidden /> : <Swatch color={code.color} />}
              <span>{code.name}</span>
            </button>
          </Tooltip>
        );
      })}
      <span className="selection-toolbar__line" />
      <IconButton
        icon={Quote}
        label={t('coding:inVivo')}
        shortcut={shownShortcut('coding.inVivo')}
        tooltipSide="top"
        onClick={() => void codeInVivo(document)}
      />
      <IconButton
        icon={MessageSquareText}
        label={t('coding:memo')}
        shortcut={shownShortcut('coding.memo')}
        tooltipSide="top"
        onClick={() => void writePassageMemo(document)}
      />
      <Tooltip content={t('coding:dragPassage')} side="top">
        <span
          className="selection-toolbar__grip"
          draggable
          aria-hidden
          onMouseDown={(event) => event.stopPropagation()}
          onDragStart={(event) => beginPassageDrag(event.dataTransfer, { sourceId, ...span })}
        >
          <GripVertical size={14} strokeWidth={1.5} />
        </span>
      </Tooltip>
    </div>
  );
}

/** Over the text as far as that is wide enough: brackets and names in the margin stay in sight and in reach. */
function besideMargin(bounds: DOMRect, text: DOMRect, width: number): FloatingQuestion['bounds'] {
  const { left, top, bottom } = bounds;
  const right = Math.min(bounds.right, Math.max(text.right + 8, left + width + 16));
  return { left, top, right, bottom };
}

function moveBetweenButtons(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const focused = window.document.activeElement;
  const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
