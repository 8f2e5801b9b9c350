import type { ProblemCode } from '@kannwas/schema/problems';
import type { NewEvent } from '@kannwas/schema/survey/events';

/** A response as this phone keeps it. */
export type KeptResponse = {
  responseId: string;
  code: string;
  /** Unknown until the sites of this instance could be read. */
  siteId: string | null;
  language: NewEvent['language'];
  /** The server knows it. */
  started: boolean;
  /** The person has handed it in here; the receipt follows when the server has it. */
  handedIn: boolean;
  receipt: string | null;
  /** Somebody else began on this phone: it is sent to its end, never shown, and then removed. */
  away: boolean;
  /** Why the server takes no more of it. */
  problem: ProblemCode | null;
};

/** An answer as this phone keeps it; it is "received" when the server has listed its id. */
export type KeptEvent = NewEvent & {
  responseId: string;
  state: 'waiting' | 'received' | 'refused';
};

type Changes = { responses?: readonly KeptResponse[]; events?: readonly KeptEvent[] };

const stores = ['responses', 'events'] as const;
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('kannwas', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('responses', { keyPath: 'responseId' });
      request.result.createObjectStore('events', { keyPath: 'id' }).createIndex('responseId', 'responseId');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB is closed'));
  });
  return opened;
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
  const db = await open();
  return answerTo<KeptResponse[]>(db.transaction('responses').objectStore('responses').getAll());
}

/** The events of a response, oldest first: version 7 ids sort by time. */
export async function readEvents(responseId: string): Promise<KeptEvent[]> {
  const index = (await open()).transaction('events').objectStore('events').index('responseId');
  return answerTo<KeptEvent[]>(index.getAll(responseId));
}

/** Keeps responses and events; returns when they are safe on this phone. */
export function save({ responses = [], events = [] }: Changes): Promise<void> {
  return change((tx) => {
    for (const response of responses) tx.objectStore('responses').put(response);
    for (const event of events) tx.objectStore('events').put(event);
  });
}

/** Changes some fields of a response as it is kept now: sending and answering happen at the same time. */
export async function changeResponse(
  responseId: string,
  fields: Partial<KeptResponse>,
): Promise<KeptResponse> {
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
