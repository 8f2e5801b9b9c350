import type { Answered, Endpoint, Sent } from '@kannwas/schema/endpoint';
import type { Problem, ProblemCode } from '@kannwas/schema/problems';

/** A refusal of the API. `code` finds the sentence in the reader's language. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly code: ProblemCode;
  /** What the clock of the server said. */
  readonly at: number;

  constructor(problem: Problem, at = Date.now()) {
    super(problem.code);
    this.at = at;
    this.name = 'ProblemError';
    this.problem = problem;
    this.code = problem.code;
  }
}

type Optional<P> = { [K in keyof P as P[K] extends undefined ? never : K]: P[K] };
/** What a call carries beside the parts of its endpoint. */
type Manner = { signal?: AbortSignal; code?: string };

/**
 * Calls an endpoint of the contract and returns its checked-by-type answer.
 * Throws ProblemError when the API refuses, TypeError when it cannot be reached.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  sent: Optional<Sent<E>> & Manner,
): Promise<Answered<E>> {
  const response = await send(endpoint, sent, 'application/json');
  return (await response.json()) as Answered<E>;
}

/** Calls an endpoint whose answer is a file. Throws as `call`. */
export async function callForFile<E extends Endpoint>(
  endpoint: E,
  sent: Optional<Sent<E>> & Manner,
): Promise<Blob> {
  return (await send(endpoint, sent, '*/*')).blob();
}

async function send<E extends Endpoint>(endpoint: E, sent: Optional<Sent<E>> & Manner, accept: string) {
  const { body, code, signal } = sent as Loose & Manner;
  const response = await fetch(addressOf(endpoint, sent), {
    method: endpoint.method,
    headers: {
      accept,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(code !== undefined && { authorization: `Bearer ${code}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) {
    const at = Date.parse(response.headers.get('date') ?? '');
    throw new ProblemError(await problemOf(response), Number.isNaN(at) ? Date.now() : at);
  }
  return response;
}

/** The address of an endpoint with its parameters filled in: for links to files as well. */
export function addressOf<E extends Endpoint>(endpoint: E, sent: Omit<Optional<Sent<E>>, 'body'>): string {
  const { params, querystring } = sent as Loose;
  const path = endpoint.url.replace(/:(\w+)/g, (_, name) => encodeURIComponent(String(params?.[name])));
  const query = new URLSearchParams(
    Object.entries(querystring ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}

type Loose = { params?: Record<string, unknown>; querystring?: Record<string, unknown>; body?: unknown };

/** A proxy in between may answer without problem details; that is our own "overloaded" or "unexpected". */
async function problemOf(response: globalThis.Response): Promise<Problem> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return (await response.json()) as Problem;
  }
  const code: ProblemCode = [502, 503, 504].includes(response.status) ? 'overloaded' : 'unexpected';
  return { type: 'about:blank', status: response.status, code };
}
