import { unitGroups } from '@kannwas/api/pool/engine/shape';
import { listedCodes } from '@kannwas/schema/pool/grammar';
import type pg from 'pg';

export const siteId = 'hettstedt';

const kreise = Array.from({ length: 10 }, (_, i) => String(15001 + i));
/** A Land of ten Kreise with eight municipalities each. */
export const places = [
  { code: '15', within: null, districts: ['15'] },
  ...kreise.map((code) => ({ code, within: '15', districts: [code] })),
  ...kreise.flatMap((within) =>
    Array.from({ length: 8 }, (_, i) => ({
      code: `${within}00${i}`,
      within,
      districts: [`${within}00${i}`],
    })),
  ),
];

const list = (codes: readonly string[]) => `array['${codes.join("','")}']`;
/** Low places in the list are common, high ones rare. */
const skewed = (codes: readonly string[]) =>
  `(${list(codes)})[1 + floor(power(random(), 2) * ${codes.length})::int]`;
const some = (codes: readonly string[], share: number) =>
  `array_remove(array[${codes.map((code) => `case when random() < ${share} then '${code}' end`).join(', ')}], null)`;

/** Writes an epoch of so many people straight into the tables; the same people for the same seed. */
export async function publishPeople(client: pg.Client, people: number): Promise<void> {
  await client.query(
    `insert into snapshot (site_id, epoch, state, places) values ($1, 1, 'published', $2::jsonb)`,
    [siteId, JSON.stringify(places)],
  );
  await client.query('select setseed(0.5)');
  // Without `turn` in it, PostgreSQL would draw one list of occupations for everybody.
  const municipalities = places.filter(({ code }) => code.length === 8).map(({ code }) => code);
  await client.query(
    `insert into snapshot_person (site_id, epoch, person_key, record_key, occupations, place, german, availability,
       education, experience, licences, gender, age_band, country_group, in_pool, in_coverage)
     select $1, 1, (random() * 9e18)::bigint - 4500000000000000000, floor(random() * 1.8e19)::numeric,
       array(select distinct code from unnest(array[${skewed(unitGroups)},
         case when random() < 0.5 then ${skewed(unitGroups)} end,
         case when random() < 0.25 then ${skewed(unitGroups)} end, left('', turn)]) as code where code <> ''),
       ${skewed(municipalities)}, floor(random() * 6)::int, ${some(listedCodes.availability, 0.4)},
       ${skewed(listedCodes.education)}, ${skewed(listedCodes.experience)}, ${some(listedCodes.licence, 0.2)},
       ${skewed(listedCodes.gender)}, ${skewed(listedCodes.age)}, null, random() < 0.9, true
     from generate_series(1, $2::int) as turn`,
    [siteId, people],
  );
  await client.query('analyze snapshot_person');
}
