import { useEffect, useState } from 'react';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'loaded'; value: T }
  | { state: 'failed'; retry: () => void };

/**
 * Loads something that a page needs on top, such as a list of names. `load` must keep its identity as long as it
 * loads the same thing.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, show] = useState<Loaded<T>>({ state: 'loading' });
  const [round, next] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && show({ state: 'loaded', value }),
      () => wanted && show({ state: 'failed', retry: () => next((old) => old + 1) }),
    );
    return () => {
      wanted = false;
    };
  }, [load, round]);
  return loaded;
}
