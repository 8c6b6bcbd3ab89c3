import type { Check, CheckInput, Judgement } from '../check';
import type { Guide } from '../guide';
import { message } from '../message';
import { fromGuide } from './fromGuide';
import { find, quantityCheck } from './quantityCheck';

const kills = { metric: 'memory.oom_kills', statistic: 'count' } as const;
/** Absence is only proven by watching: two sources that agree, over a day. */
const leastHours = 24;
const leastSources = 2;

export function noOom(guide: Guide): Check {
  const check = quantityCheck({
    id: 'no-oom',
    category: 'kubernetes',
    title: 'Out-of-memory kills',
    failureTitle: 'Containers were killed for want of memory',
    description: `A killed container drops every request it works on and starts cold. One kill in ${guide.outOfMemory.days} days is one too many.`,
    guide: 'Performance Checklist',
    subjectKinds: ['workload'],
    quantities: [kills],
    samples: { one: 'source', other: 'sources' },
    target: () => fromGuide(guide.outOfMemory),
  });
  return {
    ...check,
    evaluate(input) {
      const judgement = check.evaluate(input);
      return judgement.status === 'pass'
        ? onlyIfWatched(judgement, input)
        : judgement;
    },
  };
}

function onlyIfWatched(judgement: Judgement, input: CheckInput): Judgement {
  const facts = find(input.measurements, kills)?.facts ?? {};
  const hours = Number(facts.coverageHours ?? 0);
  const sources = Number(facts.sources ?? 0);
  if (hours >= leastHours && sources >= leastSources) return judgement;
  return {
    ...judgement,
    status: 'inconclusive',
    reason: message(
      'outcome.not-watched',
      'No kill was seen, yet too little was watched: hours {hours}, sources {sources}.',
      { hours, sources },
    ),
    needs: message(
      'outcome.needs-watching',
      '{hours} hours of watching by {sources} sources',
      { hours: leastHours, sources: leastSources },
    ),
  };
}
