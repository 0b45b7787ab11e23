import { Eye, EyeOff, ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import { countByCode, countByCoder } from '../../../core/document-marks';
import { folded } from '../../../core/text';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, IconButton, Popover, Swatch, TextField } from '../../ui';
import { setHidden, setHiddenCoders, showAll, visibilityStore } from '../codes/visibility-store';
import type { OpenDocument } from '../coding/open-documents';
import { usePaintedCodes } from '../coding/use-codes';
import './ShownFilter.css';

interface ShownFilterProps {
  readonly open: OpenDocument;
  /** Of this document. */
  readonly hiddenCount: number;
}

/** Which codings the texts show: of which codes, of which coders. What is hidden is never hidden silently. */
export function ShownFilter({ open, hiddenCount }: ShownFilterProps) {
  const { t } = useTranslation();
  const { hiddenCodeIds, hiddenCoderIds } = visibilityStore();
  const isActive = hiddenCodeIds.size > 0 || hiddenCoderIds.size > 0;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="shown-filter">
      {isActive && (
        <Button variant="quiet" size="small" icon={EyeOff} className="shown-filter__chip" onClick={showAll}>
          {t('document:hiddenCodings', { count: hiddenCount })}
        </Button>
      )}
      <Popover
        label={t('document:shownCodings')}
        side="top"
        align="end"
        width={300}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <IconButton icon={ListFilter} size="small" label={t('document:shownCodings')} tooltipSide="top" />
        }
      >
        <Choices open={open} />
      </Popover>
    </div>
  );
}

function Choices({ open }: { readonly open: OpenDocument }) {
  const { t } = useTranslation();
  const { hiddenCodeIds, hiddenCoderIds } = visibilityStore();
  const { data: coders } = useEngineQuery('coders.list', {});
  const codes = usePaintedCodes();
  const [filter, setFilter] = useState('');
  const marks = open.codings();
  const counts = useMemo(() => ({ ofCode: countByCode(marks), ofCoder: countByCoder(marks) }), [marks]);
  const here = [...codes.values()].filter(({ id }) => counts.ofCode.has(id));
  const found = here.filter(({ path }) => folded(path).includes(folded(filter)));
  const persons = (coders ?? []).filter(({ id }) => counts.ofCoder.has(id));
  const ids = found.map(({ id }) => id);
  const onlyFound = () => {
    setHidden([...codes.keys()], true);
    setHidden(ids, false);
  };
  return (
    <div className="shown-filter__choices">
      {persons.length > 1 && (
        <fieldset>
          <legend>{t('document:ofCoders')}</legend>
          {persons.map(({ id, name, color }) => (
            <div key={id} className="shown-filter__line">
              <Checkbox
                label={name}
                checked={!hiddenCoderIds.has(id)}
                onChange={(isOn) => setHiddenCoders([id], !isOn)}
              />
              <Swatch color={color} size={8} />
              <span className="shown-filter__count">{counts.ofCoder.get(id)}</span>
            </div>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{t('document:ofCodes')}</legend>
        {here.length > 8 && (
          <TextField
            label={t('document:filterCodes')}
            isLabelHidden
            placeholder={t('document:filterCodes')}
            value={filter}
            onChange={setFilter}
          />
        )}
        <div className="shown-filter__codes">
          {found.map(({ id, name, path, color }) => (
            <div key={id} className="shown-filter__line" title={path}>
              <Checkbox
                label={name}
                checked={!hiddenCodeIds.has(id)}
                onChange={(isOn) => setHidden([id], !isOn)}
              />
              <Swatch color={color} size={8} />
              <span className="shown-filter__count">{counts.ofCode.get(id)}</span>
            </div>
          ))}
          {here.length === 0 && <p className="shown-filter__none">{t('document:noCodesYet')}</p>}
        </div>
      </fieldset>
      <div className="shown-filter__buttons">
        <Button size="small" variant="quiet" disabled={ids.length === 0} onClick={() => setHidden(ids, true)}>
          {t('document:hideThese')}
        </Button>
        <Button size="small" variant="quiet" disabled={ids.length === 0} onClick={onlyFound}>
          {t('document:onlyThese')}
        </Button>
        <Button size="small" icon={Eye} onClick={showAll}>
          {t('document:showAll')}
        </Button>
      </div>
    </div>
  );
}
