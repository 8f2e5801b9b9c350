import type { Opened } from '@kannwas/api/db/open';
import type { Answers } from '@kannwas/schema/survey/questions';
import { sql } from 'kysely';
import { yes } from '../../support/town.ts';

/** What never leaves about somebody: in words of their own, so that it would be found anywhere. */
export function saidInConfidence(_: unknown, nth: number): Answers {
  return {
    callName: `callname${nth}x`,
    consider: `consideration${nth}x`,
    consentContact: yes,
    consentCounselling: yes,
    arrivalYear: { year: 2015 + (nth % 10), about: false },
    motherTongue: 'ti',
    listeningLanguages: ['ti'],
    accompaniment: 'interpreter',
    childcareNeeded: 'yes',
  };
}

/** The parts of a text that might be a mark of somebody: ids, keys, names, hashes. */
const wordsOf = (text: string): string[] => text.match(/[\w-]{8,}/g) ?? [];

/** Everything that stands in the database about one person and about nobody else. */
export class Marks {
  readonly #persons: ReadonlySet<string>;

  private constructor(persons: ReadonlySet<string>) {
    this.#persons = persons;
  }

  static async read({ db }: Opened): Promise<Marks> {
    const owner = new Map<string, string | undefined>();
    for (const { person, everything } of await rowsOf(db)) {
      for (const word of new Set(wordsOf(everything))) {
        owner.set(word, owner.has(word) && owner.get(word) !== person ? undefined : person);
      }
    }
    return new Marks(new Set([...owner].flatMap(([word, person]) => (person === undefined ? [] : [word]))));
  }

  get count(): number {
    return this.#persons.size;
  }

  /** The marks that stand in a text. */
  in(text: string): string[] {
    return wordsOf(text).filter((word) => this.#persons.has(word));
  }
}

/** Every row about a person as text; whose it is by the one key that the row has. */
async function rowsOf(db: Opened['db']): Promise<{ person: string; everything: string }[]> {
  const { rows } = await sql<{ person: string; everything: string }>`
    select response_id::text as person, to_jsonb(response)::text as everything from response
    union all
    select response_id::text, to_jsonb(answer_event)::text from answer_event
    union all
    select person_key::text, to_jsonb(snapshot_person)::text from snapshot_person`.execute(db);
  return rows;
}
