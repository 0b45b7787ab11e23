import { Check, GripVertical, MessageSquareText, Quote, Tag } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { CodeRow, DocumentCoding } from '../../../contract/queries';
import type { TextSpan } from '../../../core/text';
import { useTranslation } from '../../i18n';
import { Button, IconButton, Swatch, Tooltip } from '../../ui';
import { shownShortcut } from './actions';
import { openCodePalette } from './code-palette-store';
import { applyCodes, codeInVivo, removeCodings, writePassageMemo } from './coding-commands';
import { besidePassage, type FloatingQuestion, placeFloating } from './floating-place';
import type { OpenDocument } from './open-documents';
import { beginPassageDrag } from './passage-drag';
import { recentCodesStore } from './recent-codes';
import './SelectionToolbar.css';
import { toolbarCodes } from './toolbar-codes';

export interface SelectionToolbarProps {
  readonly document: OpenDocument;
  readonly span: TextSpan;
  /** In the order of their digits. */
  readonly recent: readonly CodeRow[];
  /** Codings of exactly this passage. */
  readonly here: readonly DocumentCoding[];
  /** Calls back whenever the text moves under the toolbar; gives what ends it. */
  readonly onMove: (follow: () => void) => () => void;
}

/** What can be done with the selected passage, beside it. */
export function SelectionToolbar({ document, span, recent, here, onMove }: SelectionToolbarProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const { surface, sourceId } = document;
  const used = recentCodesStore((store) => store.recent);
  const shown = toolbarCodes(recent, new Set(here.map(({ codeId }) => codeId)), used);

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
        ...besidePassage(edges, { width, height, top: bounds.top }),
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
    const element = bar.current;
    // Reaching it by keyboard: Tab from the text comes here, Escape goes back.
    const back = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') surface.focus();
    };
    // The pointer rests here after each coding, and the wheel means the text.
    const scroll = (event: WheelEvent) => surface.scrollByWheel(event);
    element?.addEventListener('keydown', back);
    element?.addEventListener('wheel', scroll, { passive: true });
    return () => {
      element?.removeEventListener('keydown', back);
      element?.removeEventListener('wheel', scroll);
    };
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
      {shown.map(({ code, index }) => {
        const codings = here.filter(({ codeId }) => codeId === code.id).map(({ id }) => id);
        const isOn = codings.length > 0;
        const label = t(isOn ? 'coding:removeNamed' : 'coding:applyNamed', { name: code.path });
        return (
          <Tooltip
            key={code.id}
            content={label}
            shortcut={isOn || index > 8 ? undefined : String(index + 1)}
            side="top"
          >
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
      <span
        className="selection-toolbar__grip"
        draggable
        aria-hidden
        // Not a tooltip of ours: it would stay over the text while the passage is dragged.
        title={t('coding:dragPassage')}
        onMouseDown={(event) => event.stopPropagation()}
        onDragStart={(event) => beginPassageDrag(event.dataTransfer, { sourceId, ...span })}
      >
        <GripVertical size={14} strokeWidth={1.5} />
      </span>
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
