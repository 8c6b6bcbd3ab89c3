import { useRouteRefParams } from '@backstage/core-plugin-api';
import { Suspense, lazy } from 'react';
import { Root } from '../foundations/Root';
import { ReportPage } from '../report/ReportPage';
import { rootRouteRef } from '../routes';
import { CheckList } from './CheckList';

const ComparePage = lazy(() =>
  import('../experimentExtensions').then(m => ({ default: m.ComparePage })),
);

/** What stands at `/performance`, and below it the reports and their comparison. */
export function PerformancePage() {
  const rest = useRestOfPath();
  const [, reportId] = /^reports\/([^/]+)\/?$/.exec(rest) ?? [];
  const [, base, candidate] = /^compare\/([^/]+)\/([^/]+)\/?$/.exec(rest) ?? [];
  if (reportId !== undefined) return <ReportPage reportId={reportId} />;
  return (
    <Root>
      {base !== undefined && candidate !== undefined ? (
        <Suspense fallback={null}>
          <ComparePage base={base} candidate={candidate} />
        </Suspense>
      ) : (
        <CheckList />
      )}
    </Root>
  );
}

/** Both frontend systems mount a page with all that lies below its path, and hand that rest over as `*`. */
function useRestOfPath(): string {
  const parameters: unknown = useRouteRefParams(rootRouteRef);
  const { '*': rest = '' } = parameters as { '*'?: string };
  return rest;
}
