import { runOrTell, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Kbd } from '../../ui';
import { MemoEditor } from '../memos';
import { EditableName } from './EditableName';
import { EditableText } from './EditableText';
import { Section } from './Section';

/** Nothing is chosen: the project itself, and what may be chosen. */
export function ProjectInspector() {
  const { t } = useTranslation();
  const session = useOpenSession();
  if (!session) return null;
  const { project, counts } = session;
  const isReadOnly = session.readOnly !== null;
  const save = (change: { name?: string; description?: string }) =>
    runOrTell('project.update', change).then((done) => done !== null);
  return (
    <div className="inspector__body">
      <p className="inspector__kind">{t('inspector:project.title')}</p>
      <div className="inspector__name">
        <EditableName
          value={project.name}
          label={t('inspector:project.name')}
          isReadOnly={isReadOnly}
          onRename={(name) => save({ name })}
        />
      </div>
      <p className="inspector__quiet">
        {[
          t('quotations', { count: counts.quotations }),
          t('codes', { count: counts.codes }),
          t('documents', { count: counts.documents }),
        ].join(' · ')}
      </p>
      <EditableText
        draftKey={`project:${project.id}:description`}
        engineText={project.description}
        write={(description) => save({ description })}
        label={t('inspector:project.description')}
        placeholder={t('inspector:project.descriptionHint')}
        isReadOnly={isReadOnly}
      />
      <Section title={t('inspector:memo')}>
        <MemoEditor target={{ kind: 'project' }} label={t('inspector:project.memo')} />
      </Section>
      <Section title={t('inspector:project.choose')}>
        <ul className="hints">
          <li>{t('inspector:project.chooseQuotation')}</li>
          <li>{t('inspector:project.chooseCode')}</li>
          <li>
            {t('inspector:project.chooseAnything')} <Kbd keys="Mod+K" />
          </li>
        </ul>
      </Section>
    </div>
  );
}
