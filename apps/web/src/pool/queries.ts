import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/call.ts';
import type { PoolSearch } from '../app/paths.ts';
import { sendable, textOf } from './question/question.ts';

/** Answers hold for an epoch, and publishing forgets them; only another window could make one old. */
const staleTime = 60_000;

/** What a question costs: forgotten after each, and read again where it is shown. */
export const usedKey = (siteId: string) => ['pool', siteId, 'used'];

/** A question and its answer, so that the words on the page always belong to the number. */
export const askQuery = (siteId: string, question: PoolSearch) =>
  queryOptions({
    queryKey: ['pool', siteId, 'ask', textOf(question)],
    staleTime,
    queryFn: async ({ signal, client }) => {
      const sent = { params: { siteId }, querystring: sendable(question), signal };
      try {
        return { question, table: await call(poolEndpoints.ask, sent) };
      } finally {
        void client.invalidateQueries({ queryKey: usedKey(siteId) });
      }
    },
  });

export const placesQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['pool', siteId, 'places'],
    staleTime,
    queryFn: async ({ signal }) => (await call(poolEndpoints.places, { params: { siteId }, signal })).places,
  });

export const historyQuery = (siteId: string, question: PoolSearch) =>
  queryOptions({
    queryKey: ['pool', siteId, 'history', textOf(question)],
    staleTime,
    queryFn: async ({ signal }) => {
      const sent = { params: { siteId }, querystring: sendable(question), signal };
      return (await call(poolEndpoints.history, sent)).history;
    },
  });

export const budgetQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...usedKey(siteId), 'budget'],
    queryFn: ({ signal }) => call(poolEndpoints.budget, { params: { siteId }, signal }),
  });

export const askedQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...usedKey(siteId), 'asked'],
    queryFn: async ({ signal }) => (await call(poolEndpoints.asked, { params: { siteId }, signal })).asked,
  });

export const savedQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['pool', siteId, 'saved'],
    queryFn: async ({ signal, client }) => {
      const { saved } = await call(poolEndpoints.saved, { params: { siteId }, signal });
      // The first report of a state asks each search once, and that counts.
      void client.invalidateQueries({ queryKey: usedKey(siteId) });
      return saved;
    },
  });

export const alarmsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['pool', siteId, 'alarms'],
    queryFn: async ({ signal }) => (await call(poolEndpoints.alarms, { params: { siteId }, signal })).alarms,
  });
