const place = 'kannwas-shared';

let shared = recall();

/** Others use this phone, too: then nothing that somebody says stays on it in a form that others could read. */
export const isShared = (): boolean => shared;

/** Says whose phone this is. That others use it is remembered, for whoever comes next. */
export function shareDevice(yes: boolean): void {
  shared = yes;
  try {
    if (yes) localStorage.setItem(place, 'yes');
    else localStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing forgets this, too.
  }
}

/** A place with shared phones opens the survey by a link of its own: /ar/?phone=shared */
function recall(): boolean {
  try {
    if (new URLSearchParams(location.search).get('phone') === 'shared') localStorage.setItem(place, 'yes');
    return localStorage.getItem(place) === 'yes';
  } catch {
    return false;
  }
}
