import type { Place } from '@kannwas/schema/pool/table';
import type { Role } from '@kannwas/schema/rights';
import type { PassportForm } from '@kannwas/schema/survey/passports';
import type { Answers, Question } from '@kannwas/schema/survey/questions';
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';

type Time = ColumnType<Date, Date | string, Date | string>;
/** Written as JSON text (both drivers differ in what they do to arrays and strings), read as a value. */
type Json<T> = ColumnType<T, string, string>;

/** The tables as Kysely sees them; the migrations say what each is for. */
export type Database = {
  site: {
    site_id: string;
    name: string;
    demo: boolean;
    languages: Json<string[]>;
    districts: Json<District[]>;
  };
  staff: { id: string; name: string; email: string };
  membership: { site_id: string; staff_id: string; role: Role; organisation_id: string | null };
  operator: { staff_id: string };
  audit_event: {
    site_id: string;
    id: string;
    at: Generated<Date>;
    staff_id: string;
    action: string;
    response_id: string | null;
    /** What the action was about, where it was no response. */
    about: string | null;
  };
  response: {
    site_id: string;
    response_id: string;
    code_hash: string;
    status: 'open' | 'submitted' | 'closed';
    language: string;
    answers: Json<Answers>;
    heads: Json<{ [Q in Question]?: string[] }>;
    conflicts: Json<Question[]>;
    started_at: Generated<Date>;
    changed_at: Time;
    submitted_at: Time | null;
    receipt: string | null;
  };
  answer_event: {
    site_id: string;
    response_id: string;
    id: string;
    question: string;
    value: Json<unknown>;
    base_id: string | null;
    settles: Json<string[]>;
    manner: string;
    author: string | null;
    language: string;
    recorded_at: Time;
    received_at: Generated<Date>;
  };
  key_check: { hash: string };
  esco_part: {
    part_id: number;
    kind: PartKind;
    language: string;
    version: string;
    file_hash: string;
    file_name: string;
    state: Generated<'staged' | 'current' | 'replaced'>;
    rows_kept: Generated<number>;
    started_at: Generated<Date>;
    imported_at: Time | null;
  };
  esco_group: RowOfPart & { code: string };
  esco_occupation: RowOfPart & { occupation: string; unit_group: string; code: string | null };
  esco_skill: RowOfPart & { skill: string; type: string | null; reuse_level: string | null };
  esco_label: RowOfPart & { place: number; kind: 'preferred' | 'alt' | 'hidden'; text: string };
  esco_relation: RowOfPart & { occupation: string; skill: string; relation: string };
  esco_kldb: RowOfPart & { concept: string; kldb: string; title: string; label: string; relation: string };
  snapshot: {
    site_id: string;
    epoch: number;
    published_at: Generated<Date>;
    state: Generated<'writing' | 'published'>;
    places: ColumnType<Place[], string | undefined, string>;
    revision: Generated<number>;
  };
  publication: {
    site_id: string;
    epoch: number;
    started_at: Generated<Date>;
    expected: number;
    done: Generated<number>;
    read_to: string | null;
    is_read: Generated<boolean>;
  };
  snapshot_person: PersonOfEpoch;
  /** People of an epoch being written; `place` is still the district as said. */
  waiting_person: PersonOfEpoch;
  published_cell: {
    site_id: string;
    epoch: number;
    cell: string;
    base_epoch: number;
    count: number | null;
    is_base: boolean;
    gone: Generated<number>;
  };
  organisation: { site_id: string; organisation_id: string; name: string };
  api_token: {
    site_id: string;
    token_id: string;
    secret_hash: string;
    staff_id: string;
    organisation: string;
    name: string;
    scopes: Json<string[]>;
    created_at: Generated<Date>;
    expires_at: Time;
    last_used_at: Time | null;
  };
  pool_question: {
    site_id: string;
    id: string;
    asked_at: Generated<Date>;
    organisation: string;
    staff_id: string;
    epoch: number;
    question: string;
    cells: Json<string[]>;
    outcome: string;
    repeated: boolean;
  };
  pool_alarm: {
    site_id: string;
    id: string;
    at: Generated<Date>;
    epoch: number;
    organisation: string;
    kind: string;
    accounts: Json<string[]>;
    questions: number;
  };
  saved_search: {
    site_id: string;
    id: string;
    staff_id: string;
    name: string;
    question: string;
    saved_at: Generated<Date>;
  };
  denominator: { site_id: string; district: string; registered: number; as_of: string };
  demand: {
    site_id: string;
    id: string;
    occupation: string;
    district: string;
    number: number;
    german: string;
    from_day: string;
    until_day: string | null;
    kind: string;
    source: string;
    staff_id: string;
  };
  offer: {
    site_id: string;
    id: string;
    kind: string;
    levels: Json<string[]>;
    texts: Json<unknown>;
    place: string | null;
    link: string | null;
    phone: string | null;
    from_day: string;
    until_day: string | null;
    ended: Generated<boolean>;
    changed_at: Time;
  };
  site_notice: { site_id: string; notice: Json<unknown> };
  recording: {
    site_id: string;
    response_id: string;
    recording_id: string;
    sha256: string;
    type: string;
    milliseconds: number;
    bytes: ColumnType<Uint8Array, Uint8Array, Uint8Array>;
    received_at: Generated<Date>;
  };
  passport: {
    site_id: string;
    passport_id: string;
    token_hash: string;
    response_id: string | null;
    form: PassportForm;
    issued_at: Generated<Date>;
    withdrawn_at: Time | null;
  };
  person_key: {
    site_id: string;
    response_id: string;
    key_id: string;
    wrapped: ColumnType<Uint8Array, Uint8Array, Uint8Array>;
  };
  contact: {
    site_id: string;
    response_id: string;
    sealed: ColumnType<Uint8Array, Uint8Array, Uint8Array>;
    changed_at: Time;
  };
  erasure: { site_id: string; number: string; erased_at: Time; key_id: string | null };
  erased_person: { site_id: string; person_key: string };
  clip: {
    site_id: string;
    language: string;
    text_key: string;
    state: 'draft' | 'published';
    sha256: string;
    type: string;
    size: number;
    milliseconds: number;
    words: string;
    /** A `Buffer` or a `Uint8Array`, by the engine. */
    bytes: ColumnType<Uint8Array, Uint8Array, Uint8Array>;
    staff_id: string;
    uploaded_at: Generated<Date>;
  };
};

type PersonOfEpoch = {
  site_id: string;
  epoch: number;
  person_key: string;
  record_key: string;
  occupations: string[];
  place: string | null;
  german: number | null;
  availability: string[];
  education: string | null;
  experience: string | null;
  licences: string[];
  age_band: string | null;
  gender: string | null;
  country_group: string | null;
  in_pool: boolean;
  in_coverage: boolean;
};

/** What a list of an import holds. */
export type PartKind = 'groups' | 'occupations' | 'skills' | 'relations' | 'kldb';
type RowOfPart = { part_id: number; row: number };

export type District = { code: string; name: string };
export type Db = Kysely<Database>;
/** Inside a transaction only this exists. */
export type Tx = Transaction<Database>;
