/**
 * Everything that can go wrong, by code, with its HTTP status. The API answers RFC 9457 problem details with the
 * code; the sentence, and what to do, belong to the languages of the reader.
 */
export const problems = {
  malformed: 400,
  invalid: 422,
  tooLarge: 413,
  unsupportedType: 415,
  tooManyRequests: 429,
  notFound: 404,
  signInNeeded: 401,
  wrongSignIn: 401,
  notAllowed: 403,
  wrongCode: 401,
  codeTaken: 409,
  responseClosed: 409,
  consentNeeded: 409,
  replayedWithOtherContent: 409,
  unknownBase: 409,
  districtUnknown: 422,
  noSnapshotYet: 409,
  publishRunning: 409,
  publishTooEarly: 409,
  budgetUsedUp: 429,
  overloaded: 503,
  unexpected: 500,
} as const;
export type ProblemCode = keyof typeof problems;

/** One field that was refused: where it stands, and what is wrong in Zod's word for it. */
export type FieldProblem = { path: string; code: string };

/** The body of every answer that is not a success (`application/problem+json`). */
export type Problem = {
  type: string;
  status: number;
  code: ProblemCode;
  /** With `invalid`: the fields, so that a form can mark them. */
  fields?: FieldProblem[];
  /** With `tooManyRequests`: seconds until it is worth trying again. */
  retryAfter?: number;
};
