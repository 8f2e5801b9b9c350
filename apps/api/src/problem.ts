import type { FieldProblem, Problem, ProblemCode } from '@kannwas/schema/problems';
import { problems } from '@kannwas/schema/problems';
import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** Thrown anywhere, answered here. Carries a code, never a sentence and never a value that somebody typed. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly fields: FieldProblem[] | undefined;
  /** Seconds until it is worth trying again. */
  readonly retryAfter: number | undefined;
  constructor(
    code: ProblemCode,
    more: FieldProblem[] | { fields?: FieldProblem[]; retryAfter?: number } = {},
  ) {
    super(code);
    const { fields, retryAfter } = Array.isArray(more) ? { fields: more } : more;
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** Turns whatever was thrown into problem details (RFC 9457). */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: scrubbed(error) }, 'unexpected');
  if (error instanceof ProblemError && error.retryAfter !== undefined) {
    reply.header('retry-after', error.retryAfter);
  }
  const wait = reply.getHeader('retry-after');
  if (problem.status === 429 && wait !== undefined) problem.retryAfter = Number(wait);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The body for one problem code. */
export function problemBody(code: ProblemCode, fields?: FieldProblem[]): Problem {
  return { type: `urn:kannwas:problem:${code}`, status: problems[code], code, ...(fields ? { fields } : {}) };
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return problemBody(error.code, error.fields);
  if (hasZodFastifySchemaValidationErrors(error)) {
    return problemBody('invalid', error.validation.map(fieldOf));
  }
  const { statusCode = 500, code = '' } = asFastifyError(error);
  if (statusCode === 413) return problemBody('tooLarge');
  if (statusCode === 415) return problemBody('unsupportedType');
  if (statusCode === 429) return problemBody('tooManyRequests');
  if (statusCode === 503) return problemBody('overloaded');
  if (statusCode === 404) return problemBody('notFound');
  if (statusCode >= 400 && statusCode < 500) return problemBody('malformed');
  // The database refuses what it cannot hold (a NUL, a lone surrogate, the year 0): the sender's mistake, not ours.
  if (['22007', '22008', '22021', '22P05', '22P02', '54000'].includes(code)) return problemBody('invalid');
  return problemBody('unexpected');
}

/** Where a refused field stands, and what is wrong with it: our own word where a check has one, else Zod's. */
function fieldOf({ instancePath, keyword, params }: FastifySchemaValidationError): FieldProblem {
  const own = keyword === 'custom' ? params.params : undefined;
  const code = own && typeof own === 'object' && 'code' in own ? own.code : undefined;
  return {
    path: instancePath.slice(1).replaceAll('/', '.'),
    code: typeof code === 'string' ? code : keyword,
  };
}

const asFastifyError = (error: unknown): Partial<FastifyError> => (error instanceof Error ? error : {});

/** Database errors carry the values of the row in `detail` and `where`: those stay out of the log. */
function scrubbed(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = asFastifyError(error);
  const message = code && /^[0-9A-Z]{5}$/.test(code) ? `database error ${code}` : error.message;
  return { type: error.name, code, message, stack: error.stack?.split('\n').slice(1).join('\n') };
}
