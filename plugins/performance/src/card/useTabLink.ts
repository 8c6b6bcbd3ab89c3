import { useRouteRef } from '@backstage/core-plugin-api';
import { performanceTabRouteRef } from '../routes';

/** The way to the tab; none where the tab is switched off, or the card stands on a page that is not the entity's own. */
export function useTabLink(): string | undefined {
  const link = useRouteRef(performanceTabRouteRef);
  try {
    return link?.();
  } catch {
    return undefined;
  }
}
