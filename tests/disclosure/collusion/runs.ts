import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { textOf as questionText } from '@kannwas/api/pool/question';
import { budget } from '@kannwas/disclosure/budget';
import { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Pool, Question } from '../api.ts';
import { runT02 } from '../attacks/t02-partitions.ts';
import { aimsOf, contrastsOf } from '../differences/contrasts.ts';
import { sample } from '../population.ts';
import { readMargins } from '../reconstruction/grid.ts';
import { type Subject, townAtHome } from '../subject.ts';
import { Truth } from '../truth.ts';

/** The questions of one attack on one target, in the order in which they are asked; at least two, or it is a search. */
export type Run = { of: 'T02' | 'T03' | 'T10' | 'search'; questions: readonly string[] };

/** Some people are enough to know which questions would be asked about all of them. */
const enoughPeople = 2_000;

/** A whole attack on one target takes more, and another day. */
const mostQuestions = budget.tablesToday;

const spell = ({ where, by = [] }: Question): string =>
  questionText(PoolQuery.parse({ ...where, by: by.join(',') }));

/** Notes what is asked, each question once. When it heard enough, it refuses everything, so that the attack soon ends. */
function listening(pool: Pool): { pool: Pool; questions: Set<string> } {
  const questions = new Set<string>();
  return {
    questions,
    pool: {
      ask: async (question) => {
        const isEnough = questions.size >= mostQuestions;
        if (!isEnough) questions.add(spell(question));
        return isEnough ? { total: undefined, cells: new Map() } : pool.ask(question);
      },
    },
  };
}

const runOf = (of: Run['of'], questions: Iterable<string>): Run => ({
  of,
  questions: [...questions].slice(0, mostQuestions),
});

/** How many targets of each attack: T02, T03, T10. */
export type Rehearsed = { splits: number; differences: number; cubes: number };

/** Lets the attacks themselves run against a pool of the attacker's own: only what they ask counts here. */
export async function rehearse(subject: Subject, { splits, differences, cubes }: Rehearsed): Promise<Run[]> {
  const truth = new Truth(subject.truth.people.slice(0, enoughPeople), subject.truth.places);
  const pool = subject.imitate(truth, 'rehearsal');
  const splitting = Array.from({ length: splits }, () => listening(pool));
  await runT02(
    splitting.map((ears) => ({ ...subject, truth, pool: ears.pool })),
    splits,
  );
  const solving: Run[] = [];
  for (let nth = 0; nth < cubes; nth++) {
    const home = townAtHome(`cube ${nth}`, nth % 2 === 0 ? 60 : 200);
    const ears = listening(subject.imitate(home, `cube ${nth}`));
    await readMargins(ears.pool);
    solving.push(runOf('T10', ears.questions));
  }
  return [
    ...splitting.map(({ questions }) => runOf('T02', questions)),
    ...isolations(truth, makeRandom('rehearsal'), differences),
    ...solving,
  ].filter(({ questions }) => questions.length > 1);
}

/** Ten pairs of questions that isolate the same person. */
function isolations(truth: Truth, random: Random, most: number): Run[] {
  const aims = aimsOf(contrastsOf(truth, [1, 2, 3]), random).filter(
    ({ contrasts }) => contrasts.length === 10,
  );
  return sample(random, aims, most).map(({ contrasts, secret }) => {
    const terms = contrasts.flatMap((contrast) => contrast.terms);
    return runOf('T03', new Set(terms.map(({ where }) => spell({ where, by: [secret] }))));
  });
}

/** What people ask who look for somebody to work for them: one trade in some places, at some levels, ready when. */
export function searches({ truth }: Subject, most: number): Run[] {
  const random = makeRandom('searches');
  const [groups, places] = [
    truth.codes('occupation').filter((code) => code.length === 2),
    truth.codes('place'),
  ];
  return Array.from({ length: most }, () => {
    const occupation = random.oneOf(groups);
    const own = { occupation };
    const narrow = sample(random, places, 3).map((place) => ({ ...own, place }));
    const levels = sample(random, truth.codes('german'), 3).map((german) => ({ ...own, german }));
    const questions: Question[] = [
      { where: own },
      { where: own, by: ['place'] },
      { where: own, by: ['german', 'availability'] },
      { where: own, by: ['occupation'] },
      { where: { ...own, availability: 'work' }, by: ['german'] },
      { where: { ...own, licence: 'car' } },
      ...[...narrow, ...levels].map((where) => ({ where, by: ['experience'] as const })),
    ];
    return runOf('search', new Set(questions.map(spell)));
  });
}
