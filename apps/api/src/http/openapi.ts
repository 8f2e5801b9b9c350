import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { contract } from '@kannwas/schema/contract';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { complete, type Operation } from './operations.ts';

/** Describes the contract at /api/openapi.json and as a page at /api/docs. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kannwas', version: '0.1.0', description },
      tags: Object.entries(rooms).map(([name, about]) => ({ name, description: about })),
      components: { securitySchemes },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject;
      for (const [path, methods = {}] of Object.entries(document.openapiObject.paths ?? {})) {
        for (const [method, operation] of Object.entries(methods)) {
          // What the plugin made of our own schemas has the parts that we look at.
          complete(operation as Operation, method, path);
        }
      }
      return document.openapiObject;
    },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

const description = `Every endpoint checks its input and its answer by the schema shown. Whatever goes wrong is answered as
problem details (RFC 9457) with a code, never with a sentence.

People use a session (sign in at POST /api/session). Other systems use a token of an organisation: an employer or a
coordinator makes it at POST /api/sites/{siteId}/tokens, and it is sent as "Authorization: Bearer kwt_…". Questions of a token
come off the same budget as those of its organisation; asking the same again in the same epoch is free. Keep the ETag of an
answer and send it as If-None-Match: 304 says that the answer still stands.`;

const rooms: Readonly<Record<keyof typeof contract, string>> = {
  accounts: 'Sign-in of staff, and tokens for other systems.',
  sites: 'The municipalities of this instance.',
  survey: 'What newcomers answer, by the code on their own paper.',
  recordings: 'What newcomers say into their phones instead of writing it.',
  passports: 'Papers that newcomers take along, and the check whether one is genuine.',
  mine: 'What newcomers see and decide about what is kept of them.',
  interviews: 'What case workers do with them.',
  snapshots: 'Publishing an epoch: the only door between people and the pool.',
  pool: 'Protected counts for employers.',
  gaps: 'Coverage, demand, and what is missing.',
  notices: 'Who is responsible for the data of a site, and whom to ask.',
  offers: 'What a place offers to newcomers: courses, childcare, advice.',
  languages: 'What a language brings along: clips that the site recorded, more words for occupations.',
};

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kannwas.session_token',
    description: 'Staff who signed in.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'A token of an organisation: kwt_…' },
  code: { type: 'http', scheme: 'bearer', description: 'The code of a response, as it stands on the paper.' },
} as const;
