import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { ReactNode } from 'react';
import { reportRouteRef } from '../routes';
import { useFocusOnce } from './useFocusOnce';

/** Leads to the page of a report. Nothing is shown where the app has no such page. */
export function ReportLink(props: {
  id: string;
  children: ReactNode;
  variant?: 'primary' | 'secondary';
  isFocused?: boolean;
}) {
  const { id, children, variant = 'primary', isFocused = false } = props;
  const href = useRouteRef(reportRouteRef);
  const link = useFocusOnce<HTMLAnchorElement>(isFocused);
  return (
    <ButtonLink ref={link} href={href({ id })} variant={variant}>
      {children}
    </ButtonLink>
  );
}
