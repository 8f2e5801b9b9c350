import type { MouseEvent, ReactNode } from 'react';
import { go } from '../address.ts';

type Props = { to: string; className?: string | undefined; children: ReactNode; onGo?: () => void };

/** A real link, so that it works before any script; afterwards the page changes without loading. */
export function Link({ to, className, children, onGo }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    // Whoever wants a new tab shall get one; the list of languages is a document of its own.
    if (to === '/' || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onGo?.();
    go(to);
  };
  return (
    <a href={to} className={className} onClick={follow}>
      {children}
    </a>
  );
}
