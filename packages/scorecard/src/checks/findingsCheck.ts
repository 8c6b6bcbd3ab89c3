import type { Check } from '../check';
import { message } from '../message';
import type { GuideTarget } from '../guide';
import { docOf } from './docOf';
import { fromGuide } from './fromGuide';

/** A check that is met when a probe looked and found nothing. */
export function findingsCheck(
  definition: Pick<
    Check,
    | 'id'
    | 'category'
    | 'title'
    | 'failureTitle'
    | 'description'
    | 'subjectKinds'
  > & { guideTarget: GuideTarget },
): Check {
  const { guideTarget, ...texts } = definition;
  return {
    ...texts,
    guide: guideTarget.section,
    doc: docOf(definition.id),
    metrics: [],
    target: () => fromGuide(guideTarget),
    evaluate({ target, findings }) {
      const judged = target && {
        target: target.target,
        targetSource: target.source,
      };
      if (!findings) {
        const reason = message('outcome.not-looked', 'Nothing was looked at.');
        return { ...judged, status: 'no-data', reason };
      }
      return {
        ...judged,
        findings: [...findings],
        status: findings.length === 0 ? 'pass' : 'fail',
      };
    },
  };
}
