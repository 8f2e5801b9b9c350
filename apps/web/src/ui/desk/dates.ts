/** A day as the reader's language writes it: 22.11.2026. */
export function dayOf(time: string, language: string): string {
  return new Date(time).toLocaleDateString(language, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** Day and time to the minute. */
export function minuteOf(time: string, language: string): string {
  return new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}
