import type { SourcedTarget } from '../check';
import type { GuideTarget } from '../guide';

/** A target of the guide with the place where it stands. */
export function fromGuide(target: GuideTarget): SourcedTarget {
  const { section, row, ours } = target;
  const reference = `${section}, ${row}`;
  return {
    target: target.target,
    source: {
      kind: 'guide',
      reference: ours ? `${reference} (our figure: ${ours})` : reference,
    },
  };
}
