/** Somewhere harmless that opens fast and tells nothing. */
export const elsewhere = 'https://www.dwd.de/';

const mark = 'kannwas-left';

/**
 * Leaves at once. Nothing of the survey stays on the screen; in the history of the tab the first page of the survey becomes the
 * other site, so that "back" leads before it, and whatever lies ahead leads out again (`stayAway`).
 */
export function leave(): void {
  document.documentElement.hidden = true;
  document.title = ' ';
  try {
    sessionStorage.setItem(mark, 'yes');
  } catch {
    // Then "forward" leads back here; there is no other way to know.
  }
  const out = () => location.replace(elsewhere);
  const behind = placeInHistory();
  if (behind === 0) {
    out();
    return;
  }
  addEventListener('popstate', out, { once: true });
  // Should the browser not come to our first page, this one is replaced.
  setTimeout(out, 300);
  history.go(-behind);
}

/** How many pages of the survey lie behind this one in the history of the tab. */
export const placeInHistory = (): number => {
  const { at }: { at?: unknown } = history.state ?? {};
  return typeof at === 'number' ? at : 0;
};

/** Leads out again whoever comes here by "back" or "forward" after leaving. Who opens the survey anew is welcome. */
export function stayAway(): void {
  const left = () => sessionStorage.getItem(mark) !== null;
  const away = () => {
    document.documentElement.hidden = true;
    location.replace(elsewhere);
  };
  try {
    window.addEventListener('pageshow', ({ persisted }) => persisted && left() && away());
    if (!left()) return;
    const [arrival] = performance.getEntriesByType('navigation');
    if (arrival && 'type' in arrival && arrival.type === 'back_forward') away();
    else sessionStorage.removeItem(mark);
  } catch {
    // A browser that keeps nothing knows nothing of leaving.
  }
}
