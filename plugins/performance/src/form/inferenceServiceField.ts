import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { InferenceServiceField } from './InferenceServiceField';
import { validateTuning } from './validateTuning';

const schema = makeFieldSchema({
  output: z =>
    z.object({
      reportId: z.string().optional(),
      checkId: z.string().optional(),
      subject: z.string().optional(),
      options: z.record(z.unknown()).optional(),
    }),
});

/** The field `DynoscopeInferenceService`, as templates name it in `ui:field`. */
export const inferenceServiceField = createFormField({
  name: 'DynoscopeInferenceService',
  component: InferenceServiceField,
  validation: validateTuning,
  schema,
});
