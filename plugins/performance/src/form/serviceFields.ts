import type { Translate } from '../translation/useTranslation';
import type { Tuning } from './tuning';

/** One option of a new service. */
export interface ServiceField {
  /** Its place in the options of the generator. */
  path: string;
  label: string;
  help?: string;
  unit?: string;
  placeholder?: string;
  choices?: { value: string; label: string }[];
  isNumber?: boolean;
  isRequired?: boolean;
  /** Shown only while another option has one of these values. */
  onlyWhen?: { path: string; values: unknown[] };
}

/** Options that belong together, perhaps behind a switch. */
export interface ServiceGroup {
  title: string;
  toggle?: { path: string; label: string };
  fields: ServiceField[];
}

/** What is chosen before anybody has chosen: the plainest service. Numbers are left to the generator. */
export const newService: Tuning = {
  options: {
    latencyClass: 'small',
    profile: 'cpu',
    modelFormat: 'onnx',
    protocolVersion: 'v1',
    autoscaling: { form: 'hpa' },
    batcher: { enabled: false },
  },
};

/** The fields of the form, in its order. */
export function serviceFields(t: Translate): ServiceGroup[] {
  const scales = {
    path: 'autoscaling.form',
    values: ['hpa', 'keda', 'external'],
  };
  const batches = { path: 'batcher.enabled', values: [true] };
  return [
    {
      title: t('form.service'),
      fields: [
        {
          path: 'name',
          label: t('form.name'),
          help: t('form.nameText'),
          isRequired: true,
        },
        {
          path: 'owner',
          label: t('form.owner'),
          help: t('form.ownerText'),
        },
        { path: 'namespace', label: t('form.namespace') },
      ],
    },
    {
      title: t('form.model'),
      fields: [
        {
          path: 'storageUri',
          label: t('form.storageUri'),
          help: t('form.storageUriText'),
          placeholder: 's3://models/iris.onnx',
        },
        { path: 'modelFormat', label: t('form.modelFormat') },
        {
          path: 'protocolVersion',
          label: t('form.protocol'),
          choices: [
            { value: 'v1', label: 'KServe v1' },
            { value: 'v2', label: 'Open Inference v2' },
          ],
        },
        {
          path: 'latencyClass',
          label: t('form.latencyClass'),
          help: t('form.latencyClassText'),
          choices: (['small', 'medium', 'large', 'llm'] as const).map(
            value => ({ value, label: t(`form.latencyClasses.${value}`) }),
          ),
        },
      ],
    },
    {
      title: t('form.load'),
      fields: [
        number('usualRate', t('form.usualRate'), 'req/s'),
        number('peakRate', t('form.peakRate'), 'req/s'),
        number('serviceMs', t('form.serviceMs'), 'ms'),
      ],
    },
    {
      title: t('form.capacity'),
      fields: [
        {
          path: 'profile',
          label: t('form.profile'),
          choices: (['cpu', 'gpu'] as const).map(value => ({
            value,
            label: t(`form.profiles.${value}`),
          })),
        },
        {
          path: 'autoscaling.form',
          label: t('form.autoscaling'),
          choices: (['hpa', 'keda', 'external', 'none'] as const).map(
            value => ({ value, label: t(`form.autoscalers.${value}`) }),
          ),
        },
        number('autoscaling.minReplicas', t('form.minReplicas')),
        {
          ...number('autoscaling.maxReplicas', t('form.maxReplicas')),
          onlyWhen: scales,
        },
        {
          path: 'autoscaling.prometheusUrl',
          label: t('form.prometheusUrl'),
          help: t('form.prometheusUrlText'),
          onlyWhen: { path: 'autoscaling.form', values: ['keda'] },
        },
      ],
    },
    {
      title: t('form.batching'),
      toggle: { path: 'batcher.enabled', label: t('form.batcher') },
      fields: [
        {
          ...number('batcher.maxBatchSize', t('form.maxBatchSize')),
          onlyWhen: batches,
        },
        {
          ...number('batcher.maxLatency', t('form.maxLatency'), 'ms'),
          help: t('form.batcherText'),
          onlyWhen: batches,
        },
      ],
    },
  ];
}

function number(path: string, label: string, unit?: string): ServiceField {
  return { path, label, unit, isNumber: true };
}
