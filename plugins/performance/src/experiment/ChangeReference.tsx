import { Link } from '@backstage/ui';
import type { ExperimentChange } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';

/** How a change was put into force; a pull request can be opened. */
export function ChangeReference(props: { change: ExperimentChange }) {
  const { kind, reference } = props.change;
  const { t } = useTranslation();
  const text = t(`experiment.changeKind.${kind}`, { reference });
  return kind === 'pull-request' && /^https?:\/\//.test(reference) ? (
    <Link href={reference} target="_blank" rel="noopener">
      {text}
    </Link>
  ) : (
    <span>{text}</span>
  );
}
