import type { Check } from '../check';
import type { Guide } from '../guide';
import { message } from '../message';
import { latencyTarget, notForLanguageModels, requests } from './endpoint';
import { fromGuide } from './fromGuide';
import { quantityCheck } from './quantityCheck';

export function inferenceLatencyP50(guide: Guide): Check {
  return quantityCheck({
    id: 'inference-latency-p50',
    category: 'inference',
    title: 'P50 latency',
    failureTitle: 'The usual answer takes too long',
    description:
      'Half of all requests take longer than this. It is what a user of the service feels at every click.',
    guide: 'Latency Targets',
    subjectKinds: ['endpoint'],
    quantities: [{ metric: 'inference.latency', statistic: 'p50' }],
    samples: requests,
    notApplicable: notForLanguageModels,
    noTarget: message(
      'outcome.no-class',
      'No latency class is known, so the guide has no P50 target. The annotation dynoscope.dev/latency-class or the size of the model in the configuration of the endpoint names the class.',
    ),
    target({ latencyClass }) {
      const target = latencyTarget(guide, latencyClass, 'p50');
      return target && fromGuide(target);
    },
  });
}
