import {
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Scorecard } from '@dynoscope/scorecard';
import { useEffect, useState } from 'react';
import { isHidden } from '../api/responseOf';
import { useScorecard } from '../api/useScorecard';
import { Delayed } from '../foundations/Delayed';
import { FailedState } from '../foundations/FailedState';
import { Root } from '../foundations/Root';
import { HiddenState } from '../scorecard/HiddenState';
import { isProduction } from '../scorecard/mayRun';
import { useRunDialog } from '../scorecard/useRunDialog';
import { EnvironmentSwitch } from './EnvironmentSwitch';
import styles from './PerformanceTab.module.css';
import { ScorecardView } from './ScorecardView';
import { StateCard } from './StateCard';
import { TabSkeleton } from './TabSkeleton';

/** The Performance tab of the entity whose page it stands on. */
export function PerformanceTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [chosen, setChosen] = useState<string>();
  const loadable = useScorecard(entityRef, chosen);
  const scorecard = loadable.state === 'ready' ? loadable.value : undefined;
  const environments = useLastKnown(scorecard?.environments);
  const run = useRunDialog({
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    environment: scorecard?.environment ?? chosen,
    isProduction: scorecard && isProduction(scorecard),
    onFinished: () => loadable.state === 'ready' && loadable.reload(),
  });
  const environmentSwitch = environments && (
    <EnvironmentSwitch
      environments={environments}
      selected={scorecard?.environment ?? chosen}
      onSelect={setChosen}
    />
  );
  return (
    <Root className={styles.tab}>
      {content()}
      {run.dialog}
    </Root>
  );

  function content() {
    switch (loadable.state) {
      case 'loading':
        return (
          <Delayed>
            <TabSkeleton environmentSwitch={environmentSwitch} />
          </Delayed>
        );
      case 'failed':
        return (
          <StateCard environmentSwitch={environmentSwitch}>
            {isHidden(loadable.error) ? (
              <HiddenState owner={ownerOf(entity)} />
            ) : (
              <FailedState
                error={loadable.error}
                onTryAgain={loadable.reload}
              />
            )}
          </StateCard>
        );
      default:
        return (
          <ScorecardView
            scorecard={loadable.value}
            entityRef={entityRef}
            name={entity.metadata.name}
            environmentSwitch={environmentSwitch}
            onSelectEnvironment={setChosen}
            onRun={run.plan}
            onShowRun={run.show}
            onChanged={loadable.reload}
          />
        );
    }
  }
}

/** The switch stays usable while another environment is on its way. */
function useLastKnown(environments: Scorecard['environments'] | undefined) {
  const [known, setKnown] = useState(environments);
  useEffect(() => {
    if (environments) setKnown(environments);
  }, [environments]);
  return environments ?? known;
}

function ownerOf(entity: Entity): string | undefined {
  const owner = entity.relations?.find(
    relation => relation.type === RELATION_OWNED_BY,
  );
  return owner && parseEntityRef(owner.targetRef).name;
}
