import * as z from 'zod';
import { SiteId } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { roles } from './rights.ts';

export const Me = z.strictObject({
  name: z.string(),
  email: z.string(),
  /** The operator of the instance plays at every site. */
  operator: z.boolean(),
  plays: z.array(z.strictObject({ siteId: SiteId, role: z.enum(roles) })),
});
export type Me = z.infer<typeof Me>;

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
} as const satisfies Record<string, Endpoint>;
