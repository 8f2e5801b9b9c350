import * as z from 'zod';
import { SiteId, staffLanguages, Uuid } from '../codes.ts';
import type { Endpoint } from '../endpoint.ts';
import { Epoch } from '../snapshots.ts';
import { ownWords } from '../survey/questions/kinds.ts';
import { PoolQuery } from './grammar.ts';
import { Place, PoolTable, Published } from './table.ts';

const params = z.strictObject({ siteId: SiteId });

/** A question as it stands in an address: `german=B1&occupation=72`, sorted. */
export const QuestionText = z.string().max(300);

export const exportFormats = ['csv', 'xlsx', 'json-stat'] as const;
export const ExportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof ExportFormat>;

const Used = z.strictObject({ used: z.int(), most: z.int() });

/** What is left to ask; repeating a question of this epoch is free. */
export const Budget = z.strictObject({ today: Used, tables: Used, cells: Used, organisation: Used });
export type Budget = z.infer<typeof Budget>;

export const Asked = z.strictObject({ question: QuestionText, at: z.iso.datetime() });
export type Asked = z.infer<typeof Asked>;

/** A search that somebody keeps: its total now, and before it last changed. Reports once for each epoch. */
export const SavedSearch = z.strictObject({
  id: Uuid,
  name: z.string(),
  question: QuestionText,
  /** Absent where it cannot be asked: the budget is used up, or its place is no longer published. */
  total: Published.optional(),
  /** The total of the epoch before the present one; absent while there is only one. */
  before: Published.optional(),
  changed: z.boolean(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** Something about questions, never about people: who may be taking the protection apart. */
export const alarmKinds = ['near-duplicates', 'sweep', 'complements', 'collusion'] as const;
export const Alarm = z.strictObject({
  kind: z.enum(alarmKinds),
  at: z.iso.datetime(),
  epoch: z.int(),
  organisation: z.string(),
  /** The accounts that asked. */
  accounts: z.array(z.string()),
  /** How many questions it is about. */
  questions: z.int(),
});
export type Alarm = z.infer<typeof Alarm>;

export const poolEndpoints = {
  ask: {
    method: 'GET',
    url: '/api/sites/:siteId/pool',
    may: 'pool.ask',
    summary:
      'How many people of the last published epoch fit; protected counts only. The ETag holds for one epoch, and asking again is free.',
    schema: { params, querystring: PoolQuery, response: { 200: PoolTable } },
  },
  export: {
    method: 'GET',
    url: '/api/sites/:siteId/pool/export',
    may: 'pool.ask',
    summary: 'The same table as a file: CSV, XLSX, or JSON-stat 2.0, with the same numbers.',
    produces: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
    ],
    schema: {
      params,
      querystring: PoolQuery.safeExtend({
        format: ExportFormat,
        language: z.enum(staffLanguages).default('en'),
      }),
      response: { 200: z.string() },
    },
  },
  places: {
    method: 'GET',
    url: '/api/sites/:siteId/pool/places',
    may: 'pool.ask',
    summary: 'The published geography of the last epoch; empty where the site is answered as a whole.',
    schema: { params, response: { 200: z.strictObject({ places: z.array(Place) }) } },
  },
  history: {
    method: 'GET',
    url: '/api/sites/:siteId/pool/history',
    may: 'pool.ask',
    summary: 'What was published of one question without spreading in each epoch, oldest first.',
    schema: {
      params,
      querystring: PoolQuery,
      response: { 200: z.strictObject({ history: z.array(Epoch.safeExtend({ total: Published })) }) },
    },
  },
  budget: {
    method: 'GET',
    url: '/api/sites/:siteId/pool/budget',
    may: 'pool.ask',
    summary: 'How much the caller and their organisation have asked, and how much they may.',
    schema: { params, response: { 200: Budget } },
  },
  asked: {
    method: 'GET',
    url: '/api/sites/:siteId/pool/asked',
    may: 'pool.ask',
    summary: 'What the caller asked before, each question once, the latest first.',
    schema: { params, response: { 200: z.strictObject({ asked: z.array(Asked) }) } },
  },
  saved: {
    method: 'GET',
    url: '/api/sites/:siteId/pool/saved',
    may: 'pool.ask',
    summary: 'The searches that the caller keeps, with what changed since the epoch before.',
    schema: { params, response: { 200: z.strictObject({ saved: z.array(SavedSearch) }) } },
  },
  save: {
    method: 'POST',
    url: '/api/sites/:siteId/pool/saved',
    may: 'pool.ask',
    summary: 'Keeps a search under an id made on the device; sending it twice is harmless.',
    schema: {
      params,
      body: z.strictObject({ id: Uuid, name: ownWords(80), question: QuestionText }),
      response: { 200: z.strictObject({ saved: z.boolean() }) },
    },
  },
  forget: {
    method: 'DELETE',
    url: '/api/sites/:siteId/pool/saved/:searchId',
    may: 'pool.ask',
    summary: 'Forgets a kept search of the caller.',
    schema: {
      params: z.strictObject({ siteId: SiteId, searchId: Uuid }),
      response: { 200: z.strictObject({ removed: z.boolean() }) },
    },
  },
  alarms: {
    method: 'GET',
    url: '/api/sites/:siteId/pool/alarms',
    may: 'alarm.list',
    summary: 'Questions of this epoch that together look like an attempt to single somebody out.',
    schema: { params, response: { 200: z.strictObject({ alarms: z.array(Alarm) }) } },
  },
} as const satisfies Record<string, Endpoint>;
