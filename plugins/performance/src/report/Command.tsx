import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { useState } from 'react';
import { Icon } from '../foundations/Icon';
import { useTranslation } from '../translation/useTranslation';
import styles from './Command.module.css';
import { copyText } from './copyText';
import report from './Report.module.css';

/** A command line that can be copied. */
export function Command(props: { subject: string; command: string }) {
  const { subject, command } = props;
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <div>
      <div className={styles.command}>
        <pre
          role="region"
          aria-label={t('report.method.commandOf', { subject })}
          // A region that scrolls must be reachable with the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {command}
        </pre>
        <ButtonIcon
          className={styles.copy}
          variant="secondary"
          aria-label={t('report.method.copy')}
          icon={isCopied ? <RiCheckLine /> : <Icon name="copy" />}
          onPress={async () => setCopied(await copyText(command))}
        />
      </div>
      <span className={report.said} role="status">
        {isCopied !== undefined &&
          t(isCopied ? 'report.method.copied' : 'report.method.copyFailed')}
      </span>
    </div>
  );
}
