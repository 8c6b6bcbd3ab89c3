import type { ReactNode } from 'react';
import { tokens } from './tokens';

/** The plugin's root: everything that Dynoscope draws stands inside one, so that its tokens are set. */
export function Root(props: { children: ReactNode; className?: string }) {
  const { children, className } = props;
  return (
    <div className={className ? `${tokens} ${className}` : tokens}>
      {children}
    </div>
  );
}
