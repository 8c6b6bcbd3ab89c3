import { Card, CardBody, CardHeader, Link } from '@backstage/ui';
import { Icon } from '../foundations/Icon';
import type { ReactNode } from 'react';
import { Root } from '../foundations/Root';
import { useTranslation } from '../translation/useTranslation';
import styles from './CardFrame.module.css';

/** The card itself: its name, the environment, and the way to the tab. */
export function CardFrame(props: {
  environment?: string;
  isProduction?: boolean;
  tabLink?: string;
  children: ReactNode;
}) {
  const { environment, isProduction, tabLink, children } = props;
  const { t } = useTranslation();
  return (
    <Root className={styles.root}>
      <Card className={styles.card}>
        <CardHeader className={styles.header}>
          <h2>{t('card.title')}</h2>
          {environment && (
            <span className={styles.tag}>
              {isProduction && <Icon name="lock" />}
              {environment}
            </span>
          )}
          {tabLink && (
            <Link className={styles.link} href={tabLink} variant="body-small">
              {t('card.showAll')}
            </Link>
          )}
        </CardHeader>
        <CardBody className={styles.body}>{children}</CardBody>
      </Card>
    </Root>
  );
}
