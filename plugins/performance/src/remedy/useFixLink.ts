import { useRouteRef } from '@backstage/core-plugin-api';
import type { Remedy } from '@dynoscope/scorecard';
import { templateRouteRef } from '../routes';

/** Where a remedy is put into force: the template with the remedy filled in. Absent where the portal has no scaffolder. */
export function useFixLink(
  remedy: Remedy,
  reportId: string,
): string | undefined {
  const templateLink = useRouteRef(templateRouteRef);
  const { checkId, subject, action } = remedy;
  if (!templateLink || action?.kind !== 'template' || !action.template) {
    return undefined;
  }
  const formData = JSON.stringify({ tuning: { reportId, checkId, subject } });
  const page = templateLink({
    namespace: 'default',
    templateName: action.template,
  });
  return `${page}?formData=${encodeURIComponent(formData)}`;
}
