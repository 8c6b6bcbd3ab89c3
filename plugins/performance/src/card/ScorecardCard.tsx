import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isHidden } from '../api/responseOf';
import { useScorecard } from '../api/useScorecard';
import { Delayed } from '../foundations/Delayed';
import { FailedState } from '../foundations/FailedState';
import { isProduction } from '../scorecard/mayRun';
import { useRunDialog } from '../scorecard/useRunDialog';
import { CardFrame } from './CardFrame';
import { CardSkeleton } from './CardSkeleton';
import { namesSubject } from './namesSubject';
import { ScorecardSummary } from './ScorecardSummary';
import { useTabLink } from './useTabLink';

/** The overview card of the entity whose page it stands on. */
export function ScorecardCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const loadable = useScorecard(entityRef);
  const tabLink = useTabLink();
  const scorecard = loadable.state === 'ready' ? loadable.value : undefined;
  const run = useRunDialog({
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    environment: scorecard?.environment,
    isProduction: scorecard && isProduction(scorecard),
    onFinished: () => loadable.state === 'ready' && loadable.reload(),
  });

  switch (loadable.state) {
    case 'loading':
      return (
        <CardFrame>
          <Delayed>
            <CardSkeleton />
          </Delayed>
        </CardFrame>
      );
    case 'failed':
      // The tab explains who may read; the overview of an entity is no place for it.
      return isHidden(loadable.error) ? null : (
        <CardFrame>
          <FailedState error={loadable.error} onTryAgain={loadable.reload} />
        </CardFrame>
      );
    default: {
      const { value } = loadable;
      if (value.empty === 'nothing-to-measure' && !namesSubject(entity)) {
        return null;
      }
      return (
        <CardFrame
          environment={
            value.empty === 'nothing-to-measure' ? undefined : value.environment
          }
          isProduction={isProduction(value)}
          tabLink={value.empty ? undefined : tabLink}
        >
          <ScorecardSummary
            scorecard={value}
            name={entity.metadata.name}
            onRun={run.plan}
            onShowRun={run.show}
            onRunEnded={loadable.reload}
          />
          {run.dialog}
        </CardFrame>
      );
    }
  }
}
