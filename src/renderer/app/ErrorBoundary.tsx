import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { t } from '../i18n';
import { Button, EmptyState } from '../ui';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** A view that fails says so in its own place; the rest of the window goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        icon={TriangleAlert}
        title={t('viewFailed')}
        body={
          <>
            <p>{t('viewFailedBody')}</p>
            <p>{error.message}</p>
          </>
        }
        action={<Button onClick={() => this.setState({ error: null })}>{t('tryAgain')}</Button>}
      />
    );
  }
}
