import { accountsEndpoints, type Me } from '@kannwas/schema/accounts';
import { mayWith, type Right, type Role } from '@kannwas/schema/rights';
import { type Site, sitesEndpoints } from '@kannwas/schema/sites';
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { call, ProblemError } from './call.ts';
import { dropAllDrafts } from './desk/drafts.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await call(accountsEndpoints.me, { signal })).me,
  staleTime: 60_000,
});

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async ({ signal }) => (await call(sitesEndpoints.list, { signal })).sites,
  staleTime: 300_000,
});

/** The cache of everything that was read; a call that finds nobody signed in asks again who is there. */
export function makeQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (codeOf(error) === 'signInNeeded') client.setQueryData(meQuery.queryKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (failures, error) => failures < 2 && isWorthRetrying(error) },
      // Offline, a call fails at once and says so; what was typed stays in its form.
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

/** A refusal stays a refusal; only what may have been an accident of the way is tried again. */
function isWorthRetrying(error: Error): boolean {
  const code = codeOf(error);
  return code === undefined || code === 'overloaded' || code === 'unexpected';
}

const codeOf = (error: Error) => (error instanceof ProblemError ? error.code : undefined);

/** Who sits at the desk, and the way out. */
export type Session = { me: Me; signOut: () => void };
export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of the page; everything below the door has one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in here');
  return session;
}

/** The parts that somebody plays at a site; the operator plays at every site. */
export function rolesAt(me: Me, siteId: string): Role[] {
  const played = me.plays.filter((play) => play.siteId === siteId).map((play) => play.role);
  return me.operator ? [...played, 'operator'] : played;
}

/** Tells whether the table of rights lets this person do it at the site. */
export function mayAt(me: Me, siteId: string, right: Right): boolean {
  return mayWith(rolesAt(me, siteId), right);
}

/** After one person at the desk, nothing of them is left for the next. */
export function forgetEverything(client: QueryClient): void {
  dropAllDrafts();
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sites' && queryKey[0] !== 'me' });
  client.getMutationCache().clear();
}

/** The site of the address, with its districts. */
export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error('This page stands outside of any site');
  return site;
}
export const SiteContext = createContext<Site | undefined>(undefined);
