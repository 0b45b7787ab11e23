import { List, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { runOrTell, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, IconButton } from '../../ui';
import { Backlinks, MemoEditor } from '../memos';
import { CodeBiography } from './CodeBiography';
import { CodeQuotations } from './CodeQuotations';
import { CodeStanding } from './CodeStanding';
import './CodeStanding.css';
import { ColorButton } from './ColorButton';
import { EditableName } from './EditableName';
import { EditableText } from './EditableText';
import { ExamplePicker } from './ExamplePicker';
import { Gone } from './Gone';
import { PartnerList } from './PartnerList';
import { Section } from './Section';
import { useCodeMap } from './use-code-map';
import { usePartners } from './use-partners';

const texts = ['definition', 'whenToUse', 'whenNotToUse', 'examples'] as const;
const fewPartners = 5;

/** A code: what it means, how often it stands, whom it meets, and all its quotations. */
export function CodeInspector({ id }: { readonly id: CodeId }) {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const codes = useCodeMap();
  if (!codes) return null;
  const code = codes.get(id);
  if (!code) return <Gone />;
  const above = code.path.slice(0, code.path.length - code.name.length).replace(/ > $/, '');
  const save = (change: Partial<Pick<CodeRow, 'name' | 'color' | (typeof texts)[number]>>) =>
    runOrTell('code.update', { id, ...change }).then((done) => done !== null);

  return (
    <div className="inspector__body">
      <header className="inspector__head">
        <p className="inspector__kind">
          {above || t(code.isCodable ? 'inspector:code.title' : 'inspector:code.folder')}
        </p>
        <IconButton
          icon={NotebookPen}
          label={t('inspector:memoBeside')}
          onClick={() => openTab({ kind: 'memo', target: { kind: 'code', id } }, { split: 'right' })}
        />
        <IconButton
          icon={List}
          label={t('inspector:code.allQuotations')}
          onClick={() => openTab({ kind: 'quotations', codeId: id })}
        />
      </header>
      <div className="inspector__name">
        <ColorButton
          name={code.name}
          color={code.color}
          isHollow={!code.isCodable}
          isReadOnly={isReadOnly}
          onChange={(color) => void save({ color })}
        />
        <EditableName
          value={code.name}
          label={t('inspector:code.name')}
          isReadOnly={isReadOnly}
          onRename={(name) => save({ name })}
        />
      </div>
      {code.isCodable && (
        <p className="inspector__quiet">
          {t('inspector:counts', {
            codings: t('codings', { count: code.codings }),
            documents: t('inspector:inDocuments', { count: code.documents }),
          })}
          {code.codingsWithSubcodes > code.codings &&
            t('inspector:code.withSubcodes', { count: code.codingsWithSubcodes })}
        </p>
      )}
      <CodeStanding code={code} isReadOnly={isReadOnly} />
      <div className="code-texts" data-keyboard-first="textarea">
        {texts.map((field) => (
          <div key={field} className="code-texts__field">
            <div className="code-texts__head">
              <h3 className="inspector__section-title">{t(`inspector:code.${field}`)}</h3>
              {field === 'examples' && !isReadOnly && code.isCodable && <ExamplePicker code={code} />}
            </div>
            <EditableText
              draftKey={`code:${id}:${field}`}
              engineText={code[field]}
              write={(text) => save({ [field]: text })}
              label={t(`inspector:code.${field}`)}
              placeholder={t(`inspector:code.${field}Hint`)}
              isReadOnly={isReadOnly}
            />
          </div>
        ))}
      </div>
      <Section title={t('inspector:memo')}>
        <MemoEditor target={{ kind: 'code', id }} label={t('memos:memoOn', { name: code.name })} />
      </Section>
      <Backlinks
        reference={{ kind: 'code', id }}
        within={(list) => <Section title={t('memos:linkedFrom')}>{list}</Section>}
      />
      <Partners id={id} />
      <CodeBiography id={id} />
      {code.isCodable && <CodeQuotations code={code} />}
    </div>
  );
}

function Partners({ id }: { readonly id: CodeId }) {
  const { t } = useTranslation();
  const partners = usePartners(id);
  const [isAll, setAll] = useState(false);
  if (!partners || partners.length === 0) return null;
  const shown = isAll ? partners : partners.slice(0, fewPartners);
  return (
    <Section title={t('inspector:meets.most')}>
      <PartnerList of={id} partners={shown} label={t('inspector:meets.most')} />
      {partners.length > fewPartners && (
        <Button variant="quiet" size="small" className="inspector__more" onClick={() => setAll(!isAll)}>
          {isAll ? t('inspector:meets.fewer') : t('inspector:meets.all', { count: partners.length })}
        </Button>
      )}
    </Section>
  );
}
