import { tokenScopes } from '@kannwas/schema/accounts';
import { contract } from '@kannwas/schema/contract';
import type { Endpoint, Gate } from '@kannwas/schema/endpoint';
import { problems } from '@kannwas/schema/problems';
import { type Example, examples } from './examples.ts';

type Line = { name: string; room: string; endpoint: Endpoint };

const lines = new Map<string, Line>(
  Object.entries(contract).flatMap(([room, endpoints]) =>
    Object.entries(endpoints).map(([name, endpoint]: [string, Endpoint]) => [
      `${endpoint.method.toLowerCase()} ${endpoint.url.replace(/:(\w+)/g, '{$1}')}`,
      { name: `${room}.${name}`, room, endpoint },
    ]),
  ),
);

type Content = { description?: string; content?: Record<string, { schema?: object; example?: object }> };

/** An operation of OpenAPI, as far as it is completed here. */
export type Operation = {
  operationId?: string;
  tags?: string[];
  description?: string;
  security?: object[];
  parameters?: { in: string; name: string; example?: string }[];
  requestBody?: Content;
  responses: Record<string, Content>;
};

/** Adds to an operation what its schemas do not say: its room, who may call it, what goes wrong, and examples. */
export function complete(operation: Operation, method: string, path: string): void {
  const line = lines.get(`${method} ${path}`);
  if (!line) return;
  const { name, room, endpoint } = line;
  operation.operationId = name;
  operation.tags = [room];
  operation.security = securityOf(endpoint.may);
  if (!['anyone', 'code'].includes(endpoint.may)) operation.description = `Right: ${endpoint.may}`;
  operation.responses.default = problem;
  show(operation, examples[name] ?? {});
}

function securityOf(may: Gate): object[] {
  if (may === 'anyone') return [];
  if (may === 'code') return [{ code: [] }];
  const isLent = tokenScopes.some((scope) => scope === may);
  return [{ session: [] }, ...(isLent ? [{ token: [] }] : [])];
}

function show(
  { parameters = [], requestBody, responses }: Operation,
  { query = {}, body, answer }: Example,
): void {
  for (const parameter of parameters) {
    const example = parameter.in === 'query' ? query[parameter.name] : undefined;
    if (example !== undefined) parameter.example = example;
  }
  const json = (of: Content | undefined) => of?.content?.['application/json'] ?? {};
  if (body) json(requestBody).example = body;
  if (answer) json(responses['200']).example = answer;
}

const problem = {
  description: 'A problem.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          status: { type: 'integer' },
          code: { enum: Object.keys(problems) },
          fields: { type: 'array', items: { type: 'object' } },
          retryAfter: { type: 'integer' },
        },
      },
    },
  },
};
