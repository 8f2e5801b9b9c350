/** A day as it stands on every paper in Germany, read the same way in every script. */
export const dayOf = (time: string): string =>
  new Intl.DateTimeFormat('de', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(time));

/** The same with the hour. */
const minuteOf = (time: string): string =>
  `${dayOf(time)}, ${new Intl.DateTimeFormat('de', { hour: '2-digit', minute: '2-digit' }).format(new Date(time))}`;

export function Day({ at, exactly = false }: { at: string; exactly?: boolean }) {
  return (
    <time dateTime={at} dir="ltr">
      {exactly ? minuteOf(at) : dayOf(at)}
    </time>
  );
}
