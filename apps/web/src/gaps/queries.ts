import { gapsEndpoints } from '@kannwas/schema/gaps';
import { snapshotsEndpoints } from '@kannwas/schema/snapshots';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/call.ts';

export const coverageQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['coverage', siteId],
    queryFn: ({ signal }) => call(gapsEndpoints.coverage, { params: { siteId }, signal }),
  });

export const denominatorsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['denominators', siteId],
    queryFn: ({ signal }) => call(gapsEndpoints.denominators, { params: { siteId }, signal }),
  });

export const demandQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['demand', siteId],
    queryFn: async ({ signal }) =>
      (await call(gapsEndpoints.listDemand, { params: { siteId }, signal })).demand,
  });

export const gapsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['gaps', siteId],
    queryFn: ({ signal }) => call(gapsEndpoints.gaps, { params: { siteId }, signal }),
  });

export const snapshotsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['snapshots', siteId],
    queryFn: ({ signal }) => call(snapshotsEndpoints.list, { params: { siteId }, signal }),
  });
