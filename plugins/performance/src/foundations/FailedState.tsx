import { Button } from '@backstage/ui';
import { answerSeconds } from '../api/useLoadable';
import { responseOf } from '../api/responseOf';
import { useTranslation } from '../translation/useTranslation';
import { EmptyState } from './EmptyState';
import styles from './foundations.module.css';
import { OutcomeIcon } from './OutcomeIcon';

/** Something could not be fetched: what did not answer, that nothing was lost, and a way to ask again. */
export function FailedState(props: {
  error: Error;
  onTryAgain: () => void;
  /** What could not be loaded; the report, unless something else is said. */
  title?: string;
}) {
  const { error, onTryAgain, title } = props;
  const { t } = useTranslation();
  const { status, requestId } = responseOf(error);
  return (
    <EmptyState
      icon={<OutcomeIcon status="error" />}
      title={title ?? t('scorecard.empty.failed')}
      text={failureText()}
    >
      <Button variant="secondary" onPress={onTryAgain}>
        {t('scorecard.tryAgain')}
      </Button>
      {requestId && (
        <span className={`${styles.small} ${styles.muted}`}>
          {t('scorecard.empty.request', { id: requestId })}
        </span>
      )}
    </EmptyState>
  );

  function failureText(): string {
    if (error.name === 'TimeoutError') {
      const seconds = String(answerSeconds);
      return t('scorecard.empty.failedNoAnswer', { seconds });
    }
    return status
      ? t('scorecard.empty.failedAnswer', { status: String(status) })
      : t('scorecard.empty.failedUnreachable');
  }
}
