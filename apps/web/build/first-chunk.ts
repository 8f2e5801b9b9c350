/** What the bundler knows of a module: what it needs at once, apart from what it may load later. */
type Known = { importedIds: readonly string[] };
type Context = { getModuleInfo: (id: string) => Known | null };

/**
 * Keeps in one file what the survey needs before its first question, and in a second one the rest of it. Pages that come later share
 * much of both, and a bundler would cut them in thirty pieces along what they share; on a network where each request takes half a
 * second, that is what counts.
 * @param entry the script of the first question
 * @param rest the module behind it
 */
export function chunks(entry: string, rest: string) {
  let first: Set<string> | undefined;
  let second: Set<string> | undefined;
  const name = (id: string, context: Context) => {
    first ??= neededAtOnce(entry, context);
    second ??= neededAtOnce(rest, context);
    if (id === entry) return null;
    return first.has(id) ? 'first' : second.has(id) ? 'rest' : null;
  };
  return [
    // The list of languages needs it as well, and nothing else of the survey.
    { name: 'leave', test: /\/device\/leave\.ts$/, priority: 1 },
    { name, debugName: 'first and rest' },
  ];
}

function neededAtOnce(entry: string, context: Context): Set<string> {
  const found = new Set<string>();
  const walk = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) walk(next);
  };
  walk(entry);
  return found;
}
