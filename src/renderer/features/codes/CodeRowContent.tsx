import { Eye, EyeOff, StickyNote } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { runOrTell } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { classNames, Popover, Swatch } from '../../ui';
import { ColorRing } from './ColorRing';
import { codesStore } from './codes-store';
import { setHidden, visibilityStore } from './visibility-store';

interface CodeRowContentProps {
  readonly code: CodeRow;
  readonly name: ReactNode;
  readonly isFolder: boolean;
  readonly isExpanded: boolean;
  readonly canEdit: boolean;
}

/**
 * A row of the code tree. A closed code counts for what is below it too. Its small buttons are for the mouse; by keys
 * the row's menu has the same, and the tree says the numbers with the name.
 */
export function CodeRowContent({ code, name, isFolder, isExpanded, canEdit }: CodeRowContentProps) {
  const { t } = useTranslation();
  const isHidden = visibilityStore((store) => store.hiddenCodeIds.has(code.id));
  const counts = codesStore((store) => store.counts);
  const countsBelow =
    isFolder && (counts === 'below' || (counts === 'closed' && (!isExpanded || !code.isCodable)));
  const count = countsBelow ? code.codingsWithSubcodes : code.codings;
  return (
    <span
      className={classNames(
        'code-row',
        isFolder && 'code-row--folder',
        isHidden && 'code-row--hidden',
        code.status !== 'inUse' && `code-row--${code.status}`,
      )}
    >
      <CodeColor code={code} canEdit={canEdit} />
      {name}
      {code.status !== 'inUse' && (
        <span className="code-row__status" aria-hidden>
          {t(`codes:status.${code.status}`)}
        </span>
      )}
      {code.hasMemo && <StickyNote className="row__icon" size={12} strokeWidth={1.5} aria-hidden />}
      <button
        type="button"
        tabIndex={-1}
        className="code-row__eye"
        aria-hidden
        data-hidden={isHidden || undefined}
        title={t(isHidden ? 'codes:show' : 'codes:hide')}
        onClick={(event) => {
          event.stopPropagation();
          setHidden([code.id], !isHidden);
        }}
      >
        {isHidden ? (
          <EyeOff size={13} strokeWidth={1.5} aria-hidden />
        ) : (
          <Eye size={13} strokeWidth={1.5} aria-hidden />
        )}
      </button>
      <span
        className="row__count"
        aria-hidden
        title={t(countsBelow ? 'codes:countTitleBelow' : 'codes:countTitle', {
          codings: t('codings', { count }),
          documents: t('documents', { count: code.documents }),
        })}
      >
        {formatNumber(count)}
      </span>
    </span>
  );
}

/** All chosen codes, where the one that was clicked is among them. */
async function recolor(id: CodeId, color: string): Promise<void> {
  const { selectedIds } = codesStore.getState();
  await runOrTell('code.recolor', { ids: selectedIds.includes(id) ? [...selectedIds] : [id], color });
}

function CodeColor({ code, canEdit }: Pick<CodeRowContentProps, 'code' | 'canEdit'>) {
  const { t } = useTranslation();
  const isOpen = codesStore((store) => store.coloringId === code.id);
  const swatch = <Swatch color={code.color} isHollow={!code.isCodable} />;
  if (!canEdit) return swatch;
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className="code-row__swatch"
      aria-hidden
      data-state={isOpen ? 'open' : 'closed'}
      title={t('codes:changeColor')}
      onClick={() => codesStore.setState({ coloringId: isOpen ? null : code.id })}
    >
      {swatch}
    </button>
  );
  return (
    // What is clicked in the popover still bubbles through the row, although it stands elsewhere in the page.
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps events from the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps events from the row
    <span className="code-row__color" onClick={(event) => event.stopPropagation()}>
      {isOpen ? <ColorPopover code={code} anchor={button} /> : button}
    </span>
  );
}

/** Made for the one row that is being coloured: a popover waiting in every row would slow the tree down. */
function ColorPopover({ code, anchor }: { readonly code: CodeRow; readonly anchor: ReactElement }) {
  const { t } = useTranslation();
  return (
    <Popover
      isOpen
      onOpenChange={(open) => {
        if (!open) codesStore.setState({ coloringId: null });
      }}
      label={t('codes:colorOf', { name: code.name })}
      anchor={anchor}
    >
      <ColorRing
        value={code.color}
        onChange={(color) => {
          void recolor(code.id, color);
        }}
      />
    </Popover>
  );
}
