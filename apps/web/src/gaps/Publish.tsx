import { type Progress, snapshotsEndpoints } from '@kannwas/schema/snapshots';
import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../app/call.ts';
import { mayAt, useSession, useSite } from '../app/session.ts';
import { minuteOf } from '../ui/desk/dates.ts';
import { Problem } from '../ui/desk/form/Problem.tsx';
import { Loaded } from '../ui/desk/Loaded.tsx';
import styles from './gaps.module.css';
import { snapshotsQuery } from './queries.ts';

/** The last published state, the button that makes the next one, and how far it is. */
export function Publish() {
  const { t, i18n } = useTranslation('gaps');
  const { me } = useSession();
  const { id: siteId } = useSite();
  const client = useQueryClient();
  const publish = useMutation({
    mutationKey: ['publish', siteId],
    mutationFn: () => call(snapshotsEndpoints.publish, { params: { siteId } }),
    onSettled: () =>
      Promise.all(
        ['snapshots', 'coverage', 'gaps', 'pool'].map((room) =>
          client.invalidateQueries({ queryKey: [room, siteId] }),
        ),
      ),
  });
  // A publish that was begun before one left the page and came back counts as running too.
  const running = useIsMutating({ mutationKey: ['publish', siteId] }) > 0;
  const snapshots = useQuery({
    ...snapshotsQuery(siteId),
    refetchInterval: ({ state }) => (running || state.data?.running ? 1_000 : false),
  });
  if (!mayAt(me, siteId, 'snapshot.publish')) return null;
  return (
    <section className={styles.publish}>
      <h2>{t(($) => $.publish.heading)}</h2>
      <p>{t(($) => $.publish.lead)}</p>
      <Loaded query={snapshots}>
        {({ epochs: [last] }) => (
          <p>
            {last
              ? t(($) => $.publish.last, {
                  epoch: last.epoch,
                  date: minuteOf(last.publishedAt, i18n.language),
                })
              : t(($) => $.publish.never)}
          </p>
        )}
      </Loaded>
      <button
        className="primary"
        type="button"
        aria-disabled={running}
        onClick={() => {
          if (!running) publish.mutate();
        }}
      >
        {t(($) => $.publish.button)}
      </button>
      <p role="status">
        {(running || snapshots.data?.running) && t(($) => $.publish.running)}
        {!running && publish.data && t(($) => $.publish.done, { epoch: publish.data.epoch })}
      </p>
      {snapshots.data?.running && <HowFar {...snapshots.data.running} />}
      {publish.error && <Problem error={publish.error} />}
    </section>
  );
}

/** Outside of the status: nobody wants each number read aloud. */
function HowFar({ done, of }: Progress) {
  const { t, i18n } = useTranslation('gaps');
  const words = t(($) => $.publish.progress, {
    done: done.toLocaleString(i18n.language),
    of: of.toLocaleString(i18n.language),
  });
  return (
    <p className={styles.progress}>
      <progress aria-label={words} value={done} max={Math.max(1, of)} />{' '}
      <span aria-hidden="true">{words}</span>
    </p>
  );
}
