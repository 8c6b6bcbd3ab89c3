import { useEffect, useState } from 'react';

/** The time in milliseconds, moving on every `seconds`, so that ages on a page stay true. */
export function useNow(seconds = 30): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return now;
}
