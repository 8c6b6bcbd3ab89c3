import { Button } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Experiment } from '@dynoscope/scorecard';
import { useState } from 'react';
import { ProductionConfirm } from '../run/ProductionConfirm';
import { useTranslation } from '../translation/useTranslation';
import { ActionError } from './ActionError';
import { ConfirmDialog } from './ConfirmDialog';
import { useExperimentAction } from './useExperimentAction';

/** Measures an experiment again; in production only after the name of the entity was typed. */
export function MeasureButton(props: {
  experiment: Experiment;
  isProduction: boolean;
  onChanged: () => void;
}) {
  const { experiment, isProduction, onChanged } = props;
  const { id, entityRef, state } = experiment;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { name } = parseEntityRef(entityRef);
  const action = useExperimentAction(
    performance =>
      performance.measureExperiment(id, isProduction ? { confirm: typed } : {}),
    () => {
      setOpen(false);
      onChanged();
    },
  );
  return (
    <>
      <Button
        variant={state === 'proposed' ? 'primary' : 'secondary'}
        isPending={!isProduction && action.isPending}
        onPress={() => {
          action.forget();
          if (isProduction) setOpen(true);
          else action.start();
        }}
      >
        {t(
          state === 'proposed'
            ? 'experiment.measureNow'
            : 'experiment.measureAgain',
        )}
      </Button>
      {!isProduction && action.error && (
        <ActionError
          title={t('experiment.measureFailed')}
          error={action.error}
        />
      )}
      <ConfirmDialog
        title={t('experiment.measureTitle', { name })}
        action={action}
        failureTitle={t('experiment.measureFailed')}
        confirm={t('experiment.measureStart')}
        cancel={t('experiment.cancel')}
        isDisabled={typed !== name}
        isDestructive
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <p>{t('experiment.measureText')}</p>
        <ProductionConfirm
          name={name}
          stopRules={[]}
          typed={typed}
          onType={setTyped}
        />
      </ConfirmDialog>
    </>
  );
}
