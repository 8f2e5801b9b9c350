/** The validator of JSON Resume brings no types; these cover what we call. */
declare module '@jsonresume/schema' {
  export function validate(resume: unknown, answer: (errors: unknown[] | null) => void): void;
}
