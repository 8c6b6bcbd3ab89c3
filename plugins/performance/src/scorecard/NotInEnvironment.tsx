import { Button } from '@backstage/ui';
import type { Scorecard } from '@dynoscope/scorecard';
import { EmptyState } from '../foundations/EmptyState';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { joinWords } from './subjectsText';

/** The entity is measured, but not in the environment that is shown. */
export function NotInEnvironment(props: {
  scorecard: Scorecard;
  name: string;
  onShowEnvironment?: (environment: string) => void;
}) {
  const { scorecard, name, onShowEnvironment } = props;
  const { t } = useTranslation();
  const { environment } = scorecard;
  const others = scorecard.environments
    .filter(other => other.name !== environment && other.subjects > 0)
    .map(other => other.name);
  const [nearest] = others;
  return (
    <EmptyState
      icon={<OutcomeIcon status="not-applicable" />}
      title={t('scorecard.empty.notHere', { environment })}
      text={t('scorecard.empty.notHereText', {
        name,
        environment,
        others: joinWords(others, t),
      })}
    >
      {nearest && onShowEnvironment && (
        <Button variant="secondary" onPress={() => onShowEnvironment(nearest)}>
          {t('scorecard.empty.show', { environment: nearest })}
        </Button>
      )}
    </EmptyState>
  );
}
