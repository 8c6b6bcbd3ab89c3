import { Card } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect } from 'react';
import { Root } from '../foundations/Root';
import { FixForm } from './FixForm';
import styles from './Form.module.css';
import panelStyles from './GeneratedPanel.module.css';
import { GeneratedPanel } from './GeneratedPanel';
import { ServiceForm } from './ServiceForm';
import { newService } from './serviceFields';
import type { Tuning } from './tuning';
import { useGenerated } from './useGenerated';

/** The inference service of the template: a fix of a miss where a report is named, else a new service. */
export function InferenceServiceField(
  props: FieldExtensionComponentProps<Tuning>,
) {
  const { formData, onChange, disabled } = props;
  const tuning = formData ?? {};
  const isNew = tuning.reportId === undefined && tuning.options === undefined;
  useEffect(() => {
    if (isNew) onChange(newService);
  }, [isNew, onChange]);
  const generated = useGenerated(tuning);
  const { reportId } = tuning;
  const shared = { answer: generated.answer, disabled, onChange };
  return (
    <Root className={styles.field}>
      <div className={styles.columns}>
        <Card className={panelStyles.panel}>
          {reportId === undefined ? (
            <ServiceForm tuning={tuning} {...shared} />
          ) : (
            <FixForm tuning={{ ...tuning, reportId }} {...shared} />
          )}
        </Card>
        <GeneratedPanel generated={generated} />
      </div>
    </Root>
  );
}
