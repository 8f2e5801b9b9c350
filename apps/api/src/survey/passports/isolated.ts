/** Keeps a piece of another script from turning its surroundings round (UAX #9, first strong isolate). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Fills the places of a text, each with a piece that keeps its own direction. */
export function filled(text: string, pieces: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, place: string) => isolated(String(pieces[place] ?? '')));
}
