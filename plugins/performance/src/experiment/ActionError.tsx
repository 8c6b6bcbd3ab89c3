import { responseOf } from '../api/responseOf';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { Notice } from '../run/Notice';

/** Why the backend refused, in its own words. */
export function ActionError(props: { title: string; error: Error }) {
  const { title, error } = props;
  return (
    <Notice
      tone="none"
      icon={<OutcomeIcon status="error" />}
      title={title}
      isSpoken
    >
      {responseOf(error).message ?? error.message}
    </Notice>
  );
}
