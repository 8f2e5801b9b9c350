import type { Alarm } from '@kannwas/disclosure/alarms/alarms';
import type { Alarm as ShownAlarm } from '@kannwas/schema/pool/endpoints';
import { alarmKinds } from '@kannwas/schema/pool/endpoints';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db, Tx } from '../../db/database.ts';
import type { Asker } from '../log/store.ts';

/** Writes an alarm down, at most one of each kind for an organisation and an epoch: it tells the latest state. */
export async function saveAlarm(
  tx: Tx,
  { siteId, organisation }: Asker,
  epoch: number,
  { kind, accounts, questions, at }: Alarm,
): Promise<void> {
  const columns = { at: new Date(at), accounts: JSON.stringify(accounts), questions };
  await tx
    .insertInto('pool_alarm')
    .values({ site_id: siteId, id: v7(), epoch, organisation, kind, ...columns })
    .onConflict((already) =>
      already.columns(['site_id', 'epoch', 'organisation', 'kind']).doUpdateSet(columns),
    )
    .execute();
}

/** The alarms of an epoch, the latest first, with the organisations and the accounts by name. */
export async function listAlarms(db: Db, siteId: string, epoch: number): Promise<ShownAlarm[]> {
  const { rows } = await sql<Row>`
    select kind, at, epoch, questions,
      coalesce(organisation.name, asker.email, pool_alarm.organisation) as organisation,
      array(
        select coalesce(email, account) from jsonb_array_elements_text(accounts) as account
        left join staff on staff.id = account order by 1
      ) as accounts
    from pool_alarm
    left join organisation on organisation.site_id = pool_alarm.site_id
      and organisation.organisation_id::text = pool_alarm.organisation
    left join staff as asker on asker.id = pool_alarm.organisation
    where pool_alarm.site_id = ${siteId} and epoch = ${epoch}
    order by at desc, kind`.execute(db);
  return rows.flatMap(({ kind, at, ...alarm }) => {
    const known = alarmKinds.find((name) => name === kind);
    return known ? [{ ...alarm, kind: known, at: at.toISOString() }] : [];
  });
}

type Row = Omit<ShownAlarm, 'kind' | 'at'> & { kind: string; at: Date };
