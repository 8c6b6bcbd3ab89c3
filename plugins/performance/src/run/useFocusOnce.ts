import { useEffect, useRef } from 'react';

/** Moves the focus to an element when a step has something to press, and leaves it to the reader afterwards. */
export function useFocusOnce<E extends HTMLElement>(isWanted = true) {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (isWanted) ref.current?.focus();
  }, [isWanted]);
  return ref;
}
