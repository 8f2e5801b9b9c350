import { Conditions, PoolDimension } from '@kannwas/schema/pool/grammar';
import { Place, PoolTable, refusals, SafeCount } from '@kannwas/schema/pool/table';
import * as z from 'zod';

/** Where the pool's own process listens for the API. */
export const answerUrl = '/answer';

/** What the API wants answered; it has checked the question already. */
export const Wanted = z.discriminatedUnion('table', [
  z.strictObject({
    table: z.literal('question'),
    siteId: z.string(),
    query: Conditions.extend({ by: z.array(PoolDimension) }),
  }),
  z.strictObject({ table: z.enum(['coverage', 'board']), siteId: z.string() }),
]);
export type Wanted = z.infer<typeof Wanted>;

/** An answer on its way between two processes: see `Answered` of the engine. */
export const Answer = z.strictObject({
  epoch: z.int(),
  revision: z.int(),
  places: z.array(Place),
  table: PoolTable,
  outcome: z.enum(['answered', ...refusals]),
  cells: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      cell: z.string(),
      baseEpoch: z.int(),
      count: SafeCount.nullable(),
      isBase: z.boolean(),
      gone: z.int(),
    }),
  ),
});
