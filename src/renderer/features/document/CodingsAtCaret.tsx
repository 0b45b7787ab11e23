import { StickyNote } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentQuotation, MarkedCoding } from '../../../core/document-marks';
import { quoteLine } from '../../../core/text';
import { emphasising } from '../../app/emphasis-store';
import { inspect } from '../../app/inspector-store';
import type { DocumentSurface } from '../../editor/document-surface';
import { type CodingModel, idsIn, type PaintedCode } from '../../editor/paint/coding-model';
import { t, useTranslation } from '../../i18n';
import { Chip, IconButton } from '../../ui';
import { announce } from '../coding/announcements';
import { openCodingMemo, openPassageMemo, removeBare, removeCodings } from '../coding/coding-commands';
import type { OpenDocument } from '../coding/open-documents';
import { CodeHint } from './CodeHint';
import { listCodingsHere } from './codings-here';
import type { DocumentViewStore } from './view-store';

export interface CodingsAtCaretProps {
  readonly open: OpenDocument;
  readonly model: CodingModel;
  readonly view: DocumentViewStore;
  readonly canChange: boolean;
}

/** After this pause the codes at the caret are said, so that moving fast stays quiet. */
const pause = 300;
/** More of them nobody listens to, and no bar has room for; the list has them all. */
const mostSaid = 8;
const mostShown = 12;
/** So many have room in most windows. */
const fewest = 3;

/**
 * The codings at the caret, as a real list: readable by assistive technology, reachable by keyboard, and the place
 * where one of several overlapping codings is told from the others without the mouse.
 */
export function CodingsAtCaret({ open, model, view, canChange }: CodingsAtCaretProps) {
  const { t } = useTranslation();
  const { start, end } = useStore(view, (state) => state.selection);
  const { surface } = open;
  const { here, count } = useMemo(() => {
    const ids = idsIn(model, { start, end });
    const found = ids.slice(0, mostShown).flatMap((id): Here[] => {
      const place = model.placeOf(id) ?? -1;
      const coding = model.coding(place);
      const code = model.code(place);
      const bare = model.bare(place);
      if (bare) return [{ name: bareName(bare, surface), bare }];
      return coding && code ? [{ name: code.name, coding, code }] : [];
    });
    return { here: found, count: ids.length };
  }, [model, surface, start, end]);
  const said = here.slice(0, mostSaid).map(({ name }) => name);
  const names = said.join(', ');
  const more = count - said.length;

  useEffect(() => {
    if (!surface.hasFocus || names === '') return;
    const words =
      more > 0
        ? t('document:codesAtCaretMore', { names, count: more })
        : t('document:codesAtCaret', { names });
    const timer = setTimeout(() => announce(words), pause);
    return () => clearTimeout(timer);
  }, [surface, names, more, t]);

  return (
    <>
      <ul className="document-footer__codings" aria-label={t('document:codingsAtCaret')}>
        {here.map((it) =>
          it.bare ? (
            <li key={it.bare.id} {...emphasising(it.bare.id)}>
              <Chip
                label={it.name}
                onClick={() => inspect({ kind: 'quotation', id: it.bare.id })}
                {...(canChange && removal(t('coding:removeMark'), open, () => removeBare(it.bare)))}
              />
            </li>
          ) : (
            <li key={it.coding.id} {...emphasising(it.coding.id)}>
              <Chip
                label={it.name}
                color={it.code.color}
                title={it.code.path}
                onClick={() =>
                  inspect({ kind: 'quotation', id: it.coding.quotationId, codingId: it.coding.id })
                }
                {...(canChange &&
                  removal(t('coding:removeNamed', { name: it.name }), open, () =>
                    removeCodings([it.coding.id]),
                  ))}
              />
              <MemoButton coding={it.coding} name={it.name} />
            </li>
          ),
        )}
        {count === 0 && (
          <li className="document-footer__none">
            {start === end || !canChange ? t('document:noCodingAtCaret') : <CodeHint open={open} />}
          </li>
        )}
      </ul>
      {count > fewest && (
        <button
          type="button"
          className="document-footer__more"
          aria-label={t('document:listAll', { count })}
          onClick={() => listCodingsHere(open)}
        >
          {t('document:all', { count })}
        </button>
      )}
    </>
  );
}

/** The sign in the margin, for the keyboard and for screen readers. */
function MemoButton({ coding, name }: { readonly coding: MarkedCoding; readonly name: string }) {
  const { t } = useTranslation();
  if (!coding.hasMemo && !coding.quotationHasMemo) return null;
  return (
    <IconButton
      icon={StickyNote}
      size="small"
      label={coding.hasMemo ? t('memos:onCoding', { code: name }) : t('coding:memo')}
      tooltipSide="top"
      onClick={() => (coding.hasMemo ? openCodingMemo(coding) : openPassageMemo(coding.quotationId))}
    />
  );
}

type Here =
  | {
      readonly name: string;
      readonly coding: MarkedCoding;
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
