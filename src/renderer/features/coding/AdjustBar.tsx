import { ArrowLeftRight, Check, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from '../../i18n';
import { Button, IconButton, Kbd } from '../../ui';
import { type Adjusting, adjustTo, cancelAdjusting, keepAdjusted } from './adjusting';
import { placeFloating } from './floating-place';
import type { OpenDocument } from './open-documents';
import './AdjustBar.css';

export interface AdjustBarProps {
  readonly document: OpenDocument;
  readonly now: Adjusting;
  /** Calls back whenever the text moves under the bar; gives what ends it. */
  readonly onMove: (follow: () => void) => () => void;
}

/** Says what is moved and by which keys, beside the passage whose ends are moved. */
export function AdjustBar({ document, now, onMove }: AdjustBarProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const { surface } = document;
  const { span, edge, target } = now;
  useLayoutEffect(() => {
    const place = () => {
      const element = bar.current;
      const edges = surface.edgesOf(span);
      if (!element || !edges) return;
      const bounds = surface.viewport();
      const { width, height } = element.getBoundingClientRect();
      const { left, top } = placeFloating({ ...edges, width, height, bounds, prefer: 'above' });
      element.style.transform = `translate(${Math.round(left - bounds.left)}px, ${Math.round(top - bounds.top)}px)`;
    };
    place();
    return onMove(place);
  }, [surface, span, onMove]);
  return (
    <div
      ref={bar}
      className="adjust-bar"
      role="toolbar"
      aria-label={t('coding:adjust.bar')}
      onMouseDown={(event) => event.preventDefault()}
    >
      <p className="adjust-bar__what">
        {target.kind === 'codings'
          ? t('coding:adjust.ofOne', { name: target.name })
          : t(`coding:adjust.${edge}`)}
      </p>
      <p className="adjust-bar__keys" aria-hidden>
        <span>
          <Kbd keys="ArrowLeft" isPlain /> <Kbd keys="ArrowRight" isPlain /> {t('coding:adjust.character')}
        </span>
        <span>
          <Kbd keys="Mod+ArrowRight" isPlain /> {t('coding:adjust.word')}
        </span>
        <span>
          <Kbd keys="ArrowDown" isPlain /> {t('coding:adjust.sentence')}
        </span>
        <span>
          <Kbd keys="Mod+ArrowDown" isPlain /> {t('coding:adjust.paragraph')}
        </span>
      </p>
      <IconButton
        icon={ArrowLeftRight}
        label={t('coding:adjust.otherEnd')}
        shortcut="Tab"
        tooltipSide="top"
        onClick={() => adjustTo(document, span, edge === 'end' ? 'start' : 'end')}
      />
      <Button
        size="small"
        variant="primary"
        icon={Check}
        shortcut="Enter"
        onClick={() => void keepAdjusted(document)}
      >
        {t('coding:adjust.keep')}
      </Button>
      <IconButton
        icon={X}
        label={t('coding:adjust.cancel')}
        shortcut="Escape"
        tooltipSide="top"
        onClick={() => cancelAdjusting(document)}
      />
    </div>
  );
}
