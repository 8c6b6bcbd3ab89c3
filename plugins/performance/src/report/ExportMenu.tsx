import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import type { Report } from '@dynoscope/scorecard';
import { RiArrowDownSLine } from '@remixicon/react';
import { useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';
import { Icon } from '../foundations/Icon';
import { tokens } from '../foundations/tokens';
import { useTranslation } from '../translation/useTranslation';
import { copyText } from './copyText';
import { downloadText } from './downloadText';
import styles from './Report.module.css';

/** Takes a report elsewhere: as markdown, as its complete document, on paper, as a link. */
export function ExportMenu(props: { report: Report }) {
  const { report } = props;
  const api = useApi(performanceApiRef);
  const { t } = useTranslation();
  const [said, setSaid] = useState('');

  async function saveMarkdown() {
    try {
      const text = await api.getReportMarkdown(report.id);
      const name = `report-${report.id}.md`;
      downloadText({ name, type: 'text/markdown', text });
      setSaid('');
    } catch {
      setSaid(t('report.export.failed'));
    }
  }

  function saveJson() {
    const text = JSON.stringify(report, null, 2);
    const name = `report-${report.id}.json`;
    downloadText({ name, type: 'application/json', text });
  }

  async function copyLink() {
    const { origin, pathname, search } = window.location;
    const isCopied = await copyText(`${origin}${pathname}${search}`);
    setSaid(
      t(isCopied ? 'report.export.linkCopied' : 'report.export.linkFailed'),
    );
  }

  return (
    <div className={styles.export}>
      <span className={styles.said} role="status">
        {said}
      </span>
      <MenuTrigger>
        <Button
          variant="secondary"
          iconStart={<Icon name="download" />}
          iconEnd={<RiArrowDownSLine />}
        >
          {t('report.export.button')}
        </Button>
        <Menu
          className={tokens}
          placement="bottom end"
          aria-label={t('report.export.button')}
        >
          <MenuItem onAction={saveMarkdown}>
            {t('report.export.markdown')}
          </MenuItem>
          <MenuItem onAction={saveJson}>{t('report.export.json')}</MenuItem>
          <MenuItem onAction={() => window.print()}>
            {t('report.export.print')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onAction={copyLink}>{t('report.export.link')}</MenuItem>
        </Menu>
      </MenuTrigger>
    </div>
  );
}
