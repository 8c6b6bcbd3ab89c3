import { useRouteRefParams } from '@backstage/core-plugin-api';
import { Root } from '../foundations/Root';
import { ReportPage } from '../report/ReportPage';
import { rootRouteRef } from '../routes';
import { CheckList } from './CheckList';

/** What stands at `/performance`, and below it the reports. */
export function PerformancePage() {
  const reportId = useReportId();
  return reportId === undefined ? (
    <Root>
      <CheckList />
    </Root>
  ) : (
    <ReportPage reportId={reportId} />
  );
}

/** Both frontend systems mount a page with all that lies below its path, and hand that rest over as `*`. */
function useReportId(): string | undefined {
  const parameters: unknown = useRouteRefParams(rootRouteRef);
  const { '*': rest = '' } = parameters as { '*'?: string };
  const [, id] = /^reports\/([^/]+)\/?$/.exec(rest) ?? [];
  return id;
}
