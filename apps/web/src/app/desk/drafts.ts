/**
 * What somebody typed and did not save yet. It lives in the session storage of the browser tab, under the account
 * that typed it: it outlives errors, a reload, and the end of a session, and nobody else gets to see it.
 */
const prefix = 'kannwas.draft/';

const keyOf = (account: string, name: string) => `${prefix}${account}/${name}`;

/** What was typed under this name, as it was kept; undefined when there is nothing. */
export function readDraft(account: string, name: string): unknown {
  const kept = sessionStorage.getItem(keyOf(account, name));
  if (kept === null) return undefined;
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/** Keeps what is typed. A full storage is no reason to stop somebody from typing. */
export function keepDraft(account: string, name: string, typed: unknown): void {
  try {
    sessionStorage.setItem(keyOf(account, name), JSON.stringify(typed));
  } catch {
    // The typed text still stands in the form; only a reload would lose it.
  }
}

/** Removes one draft. */
export function dropDraft(account: string, name: string): void {
  sessionStorage.removeItem(keyOf(account, name));
}

/** The names of all drafts of an account that begin like this. */
export function draftsOf(account: string, beginning = ''): string[] {
  const start = keyOf(account, beginning);
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(keyOf(account, '').length));
}

/** Removes the drafts of an account that begin like this: after each person nothing of them is left. */
export function dropDrafts(account: string, beginning = ''): void {
  for (const name of draftsOf(account, beginning)) dropDraft(account, name);
}

/** Removes every draft of everybody: at sign-out. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
