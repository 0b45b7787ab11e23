import type { SourceId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Checkbox } from '../../ui';

interface ChooseDocumentsProps {
  readonly chosen: readonly SourceId[];
  readonly onChange: (chosen: readonly SourceId[]) => void;
}

/** Documents of the project, and those that were deleted and live on in its history. */
export function ChooseDocuments({ chosen, onChange }: ChooseDocumentsProps) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('sources.kept', {});
  return (
    <fieldset className="erase__documents">
      <legend className="erase__legend">{t('erasure:which')}</legend>
      <ul>
        {data?.map(({ id, name, isThere }) => (
          <li key={id}>
            <Checkbox
              label={isThere ? name : t('erasure:inHistory', { name })}
              checked={chosen.includes(id)}
              onChange={(isChosen) =>
                onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
          </li>
        ))}
      </ul>
      {data?.length === 0 && <p className="erase__none">{t('erasure:noDocuments')}</p>}
    </fieldset>
  );
}
