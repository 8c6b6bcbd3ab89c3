import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { reportRouteRef } from '../routes';
import { useTranslation } from '../translation/useTranslation';

/** Which report the form is filled in from. It opens beside the form, which would lose what was typed. */
export function ReportReference(props: { reportId: string }) {
  const { reportId } = props;
  const { t } = useTranslation();
  const reportLink = useRouteRef(reportRouteRef);
  return (
    <Link
      href={reportLink({ id: reportId })}
      target="_blank"
      rel="noopener"
      variant="body-small"
    >
      {t('form.filledIn')}
    </Link>
  );
}
