import type { ReactElement } from 'react';
import type { Place } from '../address.ts';
import { Opening } from '../pages/Opening.tsx';
import type { rest } from './rest.ts';
import { useRest } from './use-rest.ts';

type Props = { place: Place; children: (parts: typeof rest) => ReactElement };

/** A page from the rest of the survey. */
export function RestPage({ place, children }: Props) {
  const loaded = useRest();
  return loaded.state === 'loaded' ? children(loaded.value) : <Opening place={place} loaded={loaded} />;
}
