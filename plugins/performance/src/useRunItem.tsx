import { stringifyEntityRef } from '@backstage/catalog-model';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';

/** The entry in an entity's menu that opens the plan of a run. */
export function useRunItem() {
  const { entity } = useEntity();
  const dialogs = useApi(dialogApiRef);
  return {
    title: 'Measure performance',
    onClick: async () => {
      const { RunDialog } = await import('./extensions');
      const dialog = dialogs.open(
        <RunDialog
          entityRef={stringifyEntityRef(entity)}
          title={entity.metadata.title ?? entity.metadata.name}
          isOpen
          onOpenChange={isOpen => !isOpen && dialog.close()}
        />,
      );
    },
  };
}
