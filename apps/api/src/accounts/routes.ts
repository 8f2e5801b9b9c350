import { accountsEndpoints, type Me } from '@kannwas/schema/accounts';
import { isAPIError } from 'better-auth/api';
import type { FastifyInstance } from 'fastify';
import { type Actor, organisationAt, requireCan } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { ProblemError } from '../problem.ts';
import { type Doorway, route } from '../route.ts';
import { attemptSucceeded, beginAttempt, type SignInLimits } from './attempts.ts';
import type { Auth } from './auth.ts';
import { getActor } from './store.ts';
import { createToken, listTokens, revokeToken } from './tokens/store.ts';

type Needs = { db: Db; auth: Auth; limits: SignInLimits };

export function accountsRoutes(app: FastifyInstance, doorway: Doorway, { db, auth, limits }: Needs): void {
  route(app, doorway, accountsEndpoints.me, async ({ request }) => {
    const actor = await doorway.findActor(request);
    // A token lends rights, it is nobody.
    return { me: actor && !actor.scopes ? meOf(actor) : null };
  });

  route(app, doorway, accountsEndpoints.signIn, async ({ request, reply, body }) => {
    const attempt = { email: body.email, address: request.ip };
    const early = await beginAttempt(db, doorway.secrets, attempt, limits);
    if (early > 0) throw new ProblemError('tooManyRequests', { retryAfter: early });
    const { response, headers } = await signIn(auth, body);
    await attemptSucceeded(db, doorway.secrets, attempt);
    // Whoever sat here before is signed out, not just covered up.
    const { cookie } = request.headers;
    if (cookie) await auth.api.signOut({ headers: new Headers({ cookie }) });
    // Without an age the cookie ends with the browser; the server ends the session (see auth.ts).
    reply.header('set-cookie', headers.getSetCookie().map(withoutAge));
    return { me: meOf(await getActor(db, response.user)) };
  });

  route(app, doorway, accountsEndpoints.signOut, async ({ request, reply }) => {
    const { cookie = '' } = request.headers;
    const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
    reply.header('set-cookie', headers.getSetCookie());
    return { me: null };
  });

  route(app, doorway, accountsEndpoints.listTokens, async ({ actor, params: { siteId } }) => ({
    tokens: await listTokens(db, holderOf(actor, siteId)),
  }));

  route(app, doorway, accountsEndpoints.createToken, async ({ actor, params: { siteId }, body }) => {
    for (const scope of body.scopes) requireCan(actor, scope, siteId);
    const holder = holderOf(actor, siteId);
    const { id, secret } = await createToken(db, holder, actor.staffId, body);
    const token = (await listTokens(db, holder)).find((one) => one.id === id);
    if (!token) throw new ProblemError('notFound');
    return { token, secret };
  });

  route(app, doorway, accountsEndpoints.revokeToken, async ({ actor, params: { siteId, tokenId } }) => {
    await revokeToken(db, holderOf(actor, siteId), actor.staffId, tokenId);
    return { revoked: true };
  });
}

const holderOf = (actor: Actor, siteId: string) => ({ siteId, organisation: organisationAt(actor, siteId) });

/** An unknown e-mail costs the same hashing as a wrong password, so that the time does not tell them apart. */
async function signIn(auth: Auth, body: { email: string; password: string }) {
  try {
    return await auth.api.signInEmail({ body, returnHeaders: true });
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) throw new ProblemError('wrongSignIn');
    throw error;
  }
}

const withoutAge = (cookie: string) => cookie.replace(/; Max-Age=\d+/i, '');

const meOf = ({ name, email, operator, plays }: Actor): Me => ({
  name,
  email,
  operator,
  plays: plays.map(({ siteId, role }) => ({ siteId, role })),
});
