import { EntityProvider } from '@backstage/plugin-catalog-react';
import { ScorecardCard } from '../src/card/ScorecardCard';
import { PerformanceTab } from '../src/tab/PerformanceTab';
import { exampleEntity } from './exampleEntity';

/** One part of the plugin as it stands on an entity's page. */
export function Gallery(props: { part: string }) {
  const { part } = props;
  return (
    <EntityProvider entity={exampleEntity}>
      <div data-gallery style={{ padding: 20 }}>
        {part === 'card' ? (
          <div style={{ maxWidth: 440 }}>
            <ScorecardCard />
          </div>
        ) : (
          <PerformanceTab />
        )}
      </div>
    </EntityProvider>
  );
}
