import { Card } from '@backstage/ui';
import type { Category, CheckInfo } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';
import styles from './CheckList.module.css';

/** The checks of one category: what each asks, and the part of the guide it serves. */
export function CheckTable(props: {
  category: Category;
  checks: readonly CheckInfo[];
}) {
  const { category, checks } = props;
  const { t } = useTranslation();
  return (
    <Card className={styles.card}>
      <h3>{t(`category.${category}`)}</h3>
      <dl>
        {checks.map(check => (
          <div key={check.id} className={styles.check}>
            <dt>{check.title}</dt>
            <dd>{check.description}</dd>
            <dd className={styles.guide}>{check.guide}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
