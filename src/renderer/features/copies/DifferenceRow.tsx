import type { ComparedField, ComparedRow } from '../../../contract/copies';
import type { TableName } from '../../../contract/events';
import type { Difference } from '../../../core/three-way';
import { formatDateTime, useTranslation } from '../../i18n';
import { Swatch } from '../../ui';
import { excerpts } from './excerpts';
import { openTarget } from './open-target';

interface DifferenceRowProps {
  readonly row: ComparedRow;
  readonly table: TableName;
  readonly difference: Difference;
}

/** What differs, in words; a button where it can be opened in this project. */
export function DifferenceRow({ row, table, difference }: DifferenceRowProps) {
  const { opens } = row;
  const content = <Content row={row} table={table} difference={difference} />;
  if (!opens) return <div className="difference">{content}</div>;
  return (
    <button type="button" className="difference difference--opens" onClick={() => openTarget(opens)}>
      {content}
    </button>
  );
}

function Content({ row, table, difference }: DifferenceRowProps) {
  const { t } = useTranslation();
  const { title, color, place, codePath, coderName, at, fields } = row;
  const isPassage = place !== null || codePath !== null;
  return (
    <>
      <span className={isPassage ? 'difference__passage' : 'difference__title'}>
        {color && !codePath && <Swatch color={color} />}
        {isPassage ? <q>{title}</q> : title || t(`copies:untitled.${table === 'memo' ? 'memo' : 'other'}`)}
      </span>
      {fields.map((field) => (
        <Field key={field.field} field={field} difference={difference} />
      ))}
      {difference.startsWith('changed') && fields.length === 0 && (
        <span className="difference__field">{t('copies:onlyOrder')}</span>
      )}
      <span className="difference__about">
        {codePath && (
          <span className="difference__code">
            {color && <Swatch color={color} size={8} />}
            {codePath}
          </span>
        )}
        {place && <span>{t('copies:place', place)}</span>}
        {coderName && <span>{coderName}</span>}
        {at && <time dateTime={at}>{formatDateTime(at)}</time>}
      </span>
    </>
  );
}

/** A new row’s own words; of a changed one what it was and what became of it. */
function Field({ field, difference }: { readonly field: ComparedField; readonly difference: Difference }) {
  const { t } = useTranslation();
  const name = <span className="difference__name">{t(`copies:field.${field.field}`)}</span>;
  if (!difference.startsWith('changed')) {
    const [words] = excerpts([field.there ?? field.here]);
    return (
      <span className="difference__field">
        {field.field !== 'text' && name}
        <span className="difference__words">{words}</span>
      </span>
    );
  }
  const isBaseKnown = field.base !== null;
  const shown = ([...(isBaseKnown ? ['base'] : []), ...changedSides(difference)] as Version[]).map(
    (version) => ({ version, text: field[version] }),
  );
  const parts = excerpts(shown.map(({ text }) => text));
  return (
    <span className="difference__field">
      {name}
      {shown.map(({ version, text }, index) => (
        <span key={version} className={`difference__words difference__words--${version}`}>
          <span className="difference__side">{t(`copies:version.${version}`)}</span>
          {text === null ? t('copies:gone') : text === '' ? t('copies:empty') : parts[index]}
        </span>
      ))}
    </span>
  );
}

type Version = 'base' | 'here' | 'there';

function changedSides(difference: Difference): readonly Version[] {
  if (difference === 'changedBoth') return ['here', 'there'];
  return [difference === 'changedThere' ? 'there' : 'here'];
}
