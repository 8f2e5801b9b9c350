/** A day in the way in which German offices write it: on the phone of somebody who has to be there on that day, and in digits that everybody reads. */
export function dayOf(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}
