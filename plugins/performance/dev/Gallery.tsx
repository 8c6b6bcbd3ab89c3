import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { ScorecardCard } from '../src/card/ScorecardCard';
import { ComparePage } from '../src/compare/ComparePage';
import { Root } from '../src/foundations/Root';
import { ReportPage } from '../src/report/ReportPage';
import { PerformanceTab } from '../src/tab/PerformanceTab';
import { exampleEntity } from './exampleEntity';
import { exampleMiss, ExampleForm } from './ExampleForm';

const parts: Record<string, ReactNode> = {
  card: (
    <div style={{ maxWidth: 440 }}>
      <ScorecardCard />
    </div>
  ),
  tab: <PerformanceTab />,
  report: <ReportPage reportId="report-187" />,
  compare: (
    <Root>
      <ComparePage base="report-187" candidate="report-188" />
    </Root>
  ),
  form: <ExampleForm tuning={exampleMiss} />,
  'new-service': <ExampleForm />,
};

/** One part of the plugin as it stands on an entity's page or in a form. */
export function Gallery(props: { part: string }) {
  const { part } = props;
  return (
    <EntityProvider entity={exampleEntity}>
      <div data-gallery style={{ padding: 20 }}>
        {parts[part] ?? parts.tab}
      </div>
    </EntityProvider>
  );
}
