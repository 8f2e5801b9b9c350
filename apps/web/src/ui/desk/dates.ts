/** English at this desk is read in Germany: the day comes before the month. */
const written = (language: string) => (language === 'en' ? 'en-GB' : language);

/** A day as the reader's language writes it: 22.11.2026. */
export function dayOf(time: string, language: string): string {
  return new Date(time).toLocaleDateString(written(language), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
}

/** Day and time to the minute. */
export function minuteOf(time: string, language: string): string {
  return new Date(time).toLocaleString(written(language), { dateStyle: 'medium', timeStyle: 'short' });
}
