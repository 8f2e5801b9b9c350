import { isShared } from '../device/shared.ts';
import type { KeptEvent, KeptResponse } from './kept.ts';

type Changes = { responses?: readonly KeptResponse[]; events?: readonly KeptEvent[] };

/** The drawer of a shared phone, loaded where there is one. */
let drawer: typeof import('../device/drawer.ts') | undefined;

async function openDrawer(): Promise<typeof drawer> {
  if (isShared()) drawer ??= await import('../device/drawer.ts');
  return drawer;
}

const stores = ['responses', 'events'] as const;
const version = 1;
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= openAs(version).catch((error: unknown) => {
    // A newer version of the program was here: what it keeps in these two stores, this one reads as well.
    if (error instanceof DOMException && error.name === 'VersionError') return openAs(undefined);
    opened = undefined;
    throw error;
  });
  return opened;
}

function openAs(wanted: number | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('kannwas', wanted);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('responses', { keyPath: 'responseId' });
      request.result.createObjectStore('events', { keyPath: 'id' }).createIndex('responseId', 'responseId');
    };
    request.onsuccess = () => {
      const db = request.result;
      // A newer version of the program, in another tab, changes the stores: this page makes way and opens them anew.
      db.onversionchange = () => {
        db.close();
        opened = undefined;
      };
      resolve(db);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB is closed'));
  });
}

const answerTo = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });

/** Runs changes in one transaction and waits until they are on the disk of the phone. */
async function change(work: (tx: IDBTransaction) => void): Promise<void> {
  // A phone may take its store away at any time; only the "strict" kind survives an empty battery.
  const tx = (await open()).transaction(stores, 'readwrite', { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('IndexedDB gave up'));
  });
  work(tx);
  await done;
}

/** All responses on this phone. */
export async function readResponses(): Promise<KeptResponse[]> {
  const locked = (await openDrawer())?.responses() ?? [];
  const db = await open();
  const kept = await answerTo<KeptResponse[]>(db.transaction('responses').objectStore('responses').getAll());
  return [...locked, ...kept];
}

/** The events of a response, oldest first: version 7 ids sort by time. */
export async function readEvents(responseId: string): Promise<KeptEvent[]> {
  if (drawer?.has(responseId)) return drawer.events(responseId);
  const index = (await open()).transaction('events').objectStore('events').index('responseId');
  const kept = await answerTo<KeptEvent[]>(index.getAll(responseId));
  // Older versions kept no word about what an answer settles; nobody loses an answer by that.
  for (const event of kept) event.settles ??= [];
  return kept;
}

/** Keeps responses and events; returns when they are safe on this phone. */
export async function save({ responses = [], events = [] }: Changes): Promise<void> {
  const locked = await openDrawer();
  const isLocked = ({ responseId }: { responseId: string }) => locked?.has(responseId) ?? false;
  for (const response of responses) {
    if (isShared() || isLocked(response)) await locked?.putResponse(response);
  }
  for (const responseId of new Set(events.filter(isLocked).map((event) => event.responseId))) {
    await locked?.putEvents(
      responseId,
      events.filter((event) => event.responseId === responseId),
    );
  }
  const open = {
    responses: responses.filter((response) => !isLocked(response)),
    events: events.filter((event) => !isLocked(event)),
  };
  if (open.responses.length + open.events.length === 0) return;
  await change((tx) => {
    for (const response of open.responses) tx.objectStore('responses').put(response);
    for (const event of open.events) tx.objectStore('events').put(event);
  });
}

/** Changes some fields of a response as it is kept now: sending and answering happen at the same time. */
export async function changeResponse(
  responseId: string,
  fields: Partial<KeptResponse>,
): Promise<KeptResponse> {
  const locked = drawer?.responses().find((response) => response.responseId === responseId);
  if (locked) {
    const changed = { ...locked, ...fields };
    await drawer?.putResponse(changed);
    return changed;
  }
  let changed: KeptResponse | undefined;
  await change((tx) => {
    const responses = tx.objectStore('responses');
    const request: IDBRequest<KeptResponse> = responses.get(responseId);
    request.onsuccess = () => {
      changed = { ...request.result, ...fields };
      responses.put(changed);
    };
  });
  if (!changed) throw new Error('There is no such response on this phone');
  return changed;
}

/** Takes a response that was put away, and all its events, off this phone. */
export async function forget(responseId: string): Promise<void> {
  const locked = drawer?.responses().find((response) => response.responseId === responseId);
  if (locked) return locked.away ? drawer?.remove(responseId) : undefined;
  const events = await readEvents(responseId);
  await change((tx) => {
    const responses = tx.objectStore('responses');
    const request: IDBRequest<KeptResponse | undefined> = responses.get(responseId);
    request.onsuccess = () => {
      // Meanwhile its owner may have come back to it by the code.
      if (!request.result?.away) return;
      responses.delete(responseId);
      for (const { id } of events) tx.objectStore('events').delete(id);
    };
  });
}
