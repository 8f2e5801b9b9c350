import { type Demand, gapsEndpoints } from '@kannwas/schema/gaps';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../app/call.ts';
import { demandQuery } from '../queries.ts';

/** How long a removed row can be brought back, in milliseconds. */
const graceful = 8_000;

/**
 * Hides a row at once and removes it a little later, so that "undo" brings back the very same row of the very same
 * author. Leaving the page removes it at once.
 */
export function useRemoval(siteId: string) {
  const client = useQueryClient();
  const [removed, setRemoved] = useState<Demand>();
  const waiting = useRef<{ row: Demand; timer: number }>(undefined);
  const { mutateAsync, error } = useMutation({
    mutationFn: (demandId: string) => call(gapsEndpoints.removeDemand, { params: { siteId, demandId } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(demandQuery(siteId)),
        client.invalidateQueries({ queryKey: ['gaps', siteId] }),
      ]),
  });

  const finish = useCallback(() => {
    const { row, timer } = waiting.current ?? {};
    waiting.current = undefined;
    clearTimeout(timer);
    if (!row) return;
    // Shown again only after the list was read anew, or when the removal failed: the error then says why.
    void mutateAsync(row.id)
      .catch(() => undefined)
      .finally(() => setRemoved((now) => (now?.id === row.id ? undefined : now)));
  }, [mutateAsync]);

  useEffect(() => {
    addEventListener('pagehide', finish);
    return () => {
      removeEventListener('pagehide', finish);
      finish();
    };
  }, [finish]);

  const remove = (row: Demand) => {
    finish();
    setRemoved(row);
    waiting.current = { row, timer: window.setTimeout(finish, graceful) };
  };
  const undo = () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    setRemoved(undefined);
  };
  return { removed, remove, undo, error };
}
