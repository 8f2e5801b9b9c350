import * as z from 'zod';
import { SiteId, Uuid } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { type Right, roles } from './rights.ts';
import { ownWords } from './survey/questions/kinds.ts';

/** What a token may be made for; rights of the table, and only those that show published numbers. */
export const tokenScopes = ['pool.ask'] as const satisfies readonly Right[];

export const Me = z.strictObject({
  name: z.string(),
  email: z.string(),
  /** The operator of the instance plays at every site. */
  operator: z.boolean(),
  plays: z.array(z.strictObject({ siteId: SiteId, role: z.enum(roles) })),
});
export type Me = z.infer<typeof Me>;

/** Lets another system ask in the name of an organisation, as far as the scopes and until it expires. */
export const Token = z.strictObject({
  id: Uuid,
  name: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Token = z.infer<typeof Token>;

export const accountsEndpoints = {
  me: {
    method: 'GET',
    url: '/api/me',
    may: 'anyone',
    summary: 'Who is signed in here, or nobody.',
    schema: { response: { 200: z.strictObject({ me: Me.nullable() }) } },
  },
  signIn: {
    method: 'POST',
    url: '/api/session',
    may: 'anyone',
    summary: 'Signs staff in with e-mail and password; the session is a cookie that scripts cannot read.',
    schema: {
      body: z.strictObject({ email: z.email().max(200), password: z.string().min(1).max(200) }),
      response: { 200: z.strictObject({ me: Me }) },
    },
  },
  signOut: {
    method: 'DELETE',
    url: '/api/session',
    may: 'anyone',
    summary: 'Ends the session of this browser.',
    schema: { response: { 200: z.strictObject({ me: z.null() }) } },
  },
  listTokens: {
    method: 'GET',
    url: '/api/sites/:siteId/tokens',
    may: 'token.manage',
    summary: 'The valid tokens of the own organisation, without their secrets.',
    schema: {
      params: z.strictObject({ siteId: SiteId }),
      response: { 200: z.strictObject({ tokens: z.array(Token) }) },
    },
  },
  createToken: {
    method: 'POST',
    url: '/api/sites/:siteId/tokens',
    may: 'token.manage',
    summary: 'Makes a token for another system. Its secret is shown this once and kept as a hash only.',
    schema: {
      params: z.strictObject({ siteId: SiteId }),
      body: z.strictObject({
        name: ownWords(80),
        scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
        days: z.int().min(1).max(366),
      }),
      response: { 200: z.strictObject({ token: Token, secret: z.string() }) },
    },
  },
  revokeToken: {
    method: 'DELETE',
    url: '/api/sites/:siteId/tokens/:tokenId',
    may: 'token.manage',
    summary: 'Ends a token of the own organisation at once.',
    schema: {
      params: z.strictObject({ siteId: SiteId, tokenId: Uuid }),
      response: { 200: z.strictObject({ revoked: z.boolean() }) },
    },
  },
} as const satisfies Record<string, Endpoint>;
