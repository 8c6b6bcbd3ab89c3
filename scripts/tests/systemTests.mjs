import { needs, whatIsMissing } from '../../system/kubernetes/requirements.mjs';

/** Tests against real systems that a machine may lack: what each needs, and what of it is missing here. */
export const systemTests = [
  {
    name: 'kubernetes',
    file: 'system/kubernetes.test.mjs',
    needs,
    whatIsMissing,
  },
];
