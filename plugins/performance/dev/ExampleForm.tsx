import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useState } from 'react';
import { InferenceServiceField } from '../src/form/InferenceServiceField';
import type { Tuning } from '../src/form/tuning';
import { subject } from './exampleOutcomes';

/** What *Fix this* hands to the form. */
export const exampleMiss: Tuning = {
  reportId: 'report-187',
  checkId: 'inference-latency-p99',
  subject,
};

/** The field as a form holds it, without the rest of the form. */
export function ExampleForm(props: {
  tuning?: Tuning;
  onChange?: (tuning: Tuning | undefined) => void;
}) {
  const [tuning, setTuning] = useState(props.tuning);
  const field = {
    formData: tuning,
    onChange: (next: Tuning | undefined) => {
      setTuning(next);
      props.onChange?.(next);
    },
  } as FieldExtensionComponentProps<Tuning>;
  return <InferenceServiceField {...field} />;
}
