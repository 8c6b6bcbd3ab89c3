import type { Check } from '../check';
import type { Guide } from '../guide';
import { message } from '../message';
import { requests } from './endpoint';
import { fromGuide } from './fromGuide';
import { quantityCheck } from './quantityCheck';

export function llmTimeToFirstToken(guide: Guide): Check {
  const { p50, p99 } = guide.latencyClasses.llm;
  return quantityCheck({
    id: 'llm-time-to-first-token',
    category: 'inference',
    title: 'Time to first token',
    failureTitle: 'The first token comes too late',
    description:
      'Readers of a streamed answer wait for its first token; how long the rest takes depends on its length. So the first token takes the place of the latency of the whole answer.',
    guide: 'Latency Targets',
    subjectKinds: ['endpoint'],
    quantities: [
      { metric: 'inference.ttft', statistic: 'p50', target: fromGuide(p50) },
      { metric: 'inference.ttft', statistic: 'p99' },
    ],
    samples: requests,
    notApplicable: ({ latencyClass }) =>
      latencyClass === 'llm'
        ? undefined
        : message('outcome.no-language-model', 'Not a language model.'),
    target: () => fromGuide(p99),
  });
}
