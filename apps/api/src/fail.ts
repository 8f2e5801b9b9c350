/** A failure at start is one clear sentence for the operator, not a stack. */
export function failClearly(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
