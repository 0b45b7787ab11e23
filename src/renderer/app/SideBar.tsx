import { Group, Panel, Separator } from 'react-resizable-panels';
import { CodesPanel } from '../features/codes/CodesPanel';
import { DocumentsPanel } from '../features/documents/DocumentsPanel';
import { useTranslation } from '../i18n';
import { keepLayout } from './layout-store';

/** Documents above, codes below. */
export function SideBar({ documentsShare }: { readonly documentsShare: number }) {
  const { t } = useTranslation();
  return (
    <nav className="side-bar" aria-label={t('sideBar')}>
      <Group orientation="vertical" id="side-bar-rows">
        <Panel
          id="documents"
          defaultSize={`${documentsShare}%`}
          minSize="96px"
          onResize={({ asPercentage }) => keepLayout({ documentsShare: Math.round(asPercentage * 10) / 10 })}
        >
          <DocumentsPanel />
        </Panel>
        <Separator className="separator" aria-label={t('resizeDocuments')} />
        <Panel id="codes" minSize="140px">
          <CodesPanel />
        </Panel>
      </Group>
    </nav>
  );
}
