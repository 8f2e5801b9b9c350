/** What the bundler knows of a module: what it needs at once, apart from what it may load later. */
type Known = { importedIds: readonly string[] };
type Context = { getModuleInfo: (id: string) => Known | null };

/**
 * Keeps in one file what the survey needs before its first question. Pages that come later share much of it, and a bundler would
 * cut it in thirty pieces along what they share; on a network where each request takes half a second, that is what counts.
 */
export function chunks(entry: string) {
  let first: Set<string> | undefined;
  const name = (id: string, context: Context) => {
    first ??= neededAtOnce(entry, context);
    return first.has(id) && id !== entry ? 'first' : null;
  };
  return [
    // The list of languages needs it as well, and nothing else of the survey.
    { name: 'leave', test: /\/device\/leave\.ts$/, priority: 1 },
    { name, debugName: 'first' },
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
