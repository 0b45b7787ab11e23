import { EyeOff } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentCoding, DocumentQuotation } from '../../../contract/queries';
import { quoteLine } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import { setStatusPosition } from '../../app/status-store';
import { workspaceStore } from '../../app/workspace-store';
import type { DocumentSurface } from '../../editor/document-surface';
import type { CodingModel, PaintedCode } from '../../editor/paint/coding-model';
import { formatNumber, t, useTranslation } from '../../i18n';
import { Button, Chip } from '../../ui';
import { showAll } from '../codes/visibility-store';
import { announce } from '../coding/announcements';
import { removeBare, removeCodings } from '../coding/coding-commands';
import type { OpenDocument } from '../coding/open-documents';
import type { DocumentViewStore } from './view-store';

export interface DocumentFooterProps {
  readonly open: OpenDocument;
  readonly model: CodingModel;
  readonly hiddenCount: number;
  readonly view: DocumentViewStore;
  readonly canChange: boolean;
}

/** After this pause the codes at the caret are said, so that moving fast stays quiet. */
const pause = 300;

/**
 * The codings at the caret, as a real list: readable by assistive technology, reachable by keyboard, and the place
 * where one of several overlapping codings is told from the others without the mouse.
 */
export function DocumentFooter({ open, model, hiddenCount, view, canChange }: DocumentFooterProps) {
  const { t } = useTranslation();
  const { start, end } = useStore(view, (state) => state.selection);
  const { surface, sourceId } = open;
  const here = useMemo(() => {
    const places = new Set([
      ...model.store.overlapping(start, Math.max(end, start + 1)),
      // A caret at the end of a passage still belongs to it.
      ...(start === end && start > 0 ? model.store.at(start - 1) : []),
    ]);
    return [...places].flatMap((place): Here[] => {
      const coding = model.coding(place);
      const code = model.code(place);
      const bare = model.bare(place);
      if (bare) return [{ name: bareName(bare, surface), bare }];
      return coding && code ? [{ name: code.name, coding, code }] : [];
    });
  }, [model, surface, start, end]);
  const shown = here.slice(0, 12);
  const names = here.map(({ name }) => name).join(', ');

  useEffect(() => {
    if (!surface.hasFocus || names === '') return;
    const timer = setTimeout(() => announce(t('document:codesAtCaret', { names })), pause);
    return () => clearTimeout(timer);
  }, [surface, names, t]);

  const isInFront = workspaceStore(
    ({ activeTab }) => activeTab?.kind === 'document' && activeTab.sourceId === sourceId,
  );
  useEffect(() => {
    if (!isInFront) return;
    const { document } = surface;
    const paragraph = Math.max(1, document.paragraphsBefore(document.lineAt(start) + 1));
    const span = start === end ? formatNumber(start) : `${formatNumber(start)}–${formatNumber(end)}`;
    setStatusPosition(t('document:position', { paragraph: formatNumber(paragraph), span }));
    return () => setStatusPosition(null);
  }, [isInFront, surface, start, end, t]);

  return (
    <footer className="document-footer">
      <ul className="document-footer__codings" aria-label={t('document:codingsAtCaret')}>
        {shown.map((it) =>
          it.bare ? (
            <li key={it.bare.id}>
              <Chip
                label={it.name}
                onClick={() => inspect({ kind: 'quotation', id: it.bare.id })}
                {...(canChange && removal(t('coding:removeMark'), open, () => removeBare(it.bare)))}
              />
            </li>
          ) : (
            <li key={it.coding.id}>
              <Chip
                label={it.name}
                color={it.code.color}
                title={it.code.path}
                onClick={() => inspect({ kind: 'quotation', id: it.coding.quotationId })}
                {...(canChange &&
                  removal(t('coding:removeNamed', { name: it.name }), open, () =>
                    removeCodings([it.coding.id]),
                  ))}
              />
            </li>
          ),
        )}
        {here.length > shown.length && <li>{t('document:more', { count: here.length - shown.length })}</li>}
        {here.length === 0 && <li className="document-footer__none">{t('document:noCodingAtCaret')}</li>}
      </ul>
      {hiddenCount > 0 && (
        <Button
          variant="quiet"
          size="small"
          icon={EyeOff}
          className="document-footer__hidden"
          onClick={showAll}
        >
          {t('document:hiddenCodings', { count: hiddenCount })}
        </Button>
      )}
    </footer>
  );
}

type Here =
  | {
      readonly name: string;
      readonly coding: DocumentCoding;
      readonly code: PaintedCode;
      readonly bare?: undefined;
    }
  | { readonly name: string; readonly bare: DocumentQuotation };

const quoteLength = 40;

function bareName({ hasMemo, start, end }: DocumentQuotation, { document }: DocumentSurface): string {
  const quote = quoteLine(document.slice(start, end), quoteLength);
  return t(hasMemo ? 'document:bareMemoOn' : 'document:bareMarkOn', { quote });
}

function removal(removeLabel: string, { surface }: OpenDocument, remove: () => Promise<void>) {
  return {
    removeLabel,
    onRemove: () => {
      surface.focus();
      void remove();
    },
  };
}
