import { checkRemedy } from './CheckRemedy';
import { ms } from './words';

/** A first token that comes this many times later under load than alone has waited more than it was computed. */
const waitsFrom = 1.5;

export const llmTimeToFirstToken = checkRemedy({
  checkId: 'llm-time-to-first-token',
  judges: { metric: 'inference.ttft', statistic: 'p99' },
  proposals: [],
  otherwise({ ttft }) {
    const title = 'Bring the first token sooner';
    if (!ttft?.unloaded) {
      return {
        title,
        cannot:
          'Whether prompts queue or their prefill takes the time is not measured: measure the time to first token of one user alone, and compare.',
      };
    }
    const { p50, unloaded } = ttft;
    const both = `${ms(p50.value)} under load, ${ms(unloaded)} alone`;
    return p50.value >= waitsFrom * unloaded
      ? {
          title: 'Let prompts queue less',
          cannot: `The first token takes ${both}: prompts queue. Add replicas or lower the number of sequences that a replica takes at a time; how many cannot be told before the rate of prompts is measured.`,
        }
      : {
          title: 'Shorten the prefill',
          cannot: `The first token takes ${both}: the prefill takes the time. Shorten prompts, turn prefix caching on, or use a faster GPU; what each brings must be measured.`,
        };
  },
});
