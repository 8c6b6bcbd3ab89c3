import { useEffect, useState, type ReactNode } from 'react';

/** Milliseconds before a skeleton is shown: a quick answer does not flash. */
const patience = 150;

/** Shows its children once the reader has waited a moment. */
export function Delayed(props: { children: ReactNode }) {
  const { children } = props;
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return isDue ? <>{children}</> : null;
}
