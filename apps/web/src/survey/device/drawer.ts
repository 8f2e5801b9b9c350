import type { KeptEvent, KeptResponse } from '../phone/kept.ts';
import { type Lock, lockOf, type Sealed, seal, unseal } from './sealing.ts';

/**
 * What somebody says on a shared phone. It is in the memory of this page and nowhere else, but for answers that have not
 * reached the server: those lie on the disk locked with the code of their response, which only the person has.
 */
type Whole = { response: KeptResponse; events: KeptEvent[] };
type Slip = { name: string; sealed: Sealed };

const wholes = new Map<string, Whole>();
const locks = new Map<string, { code: string; lock: Lock }>();
/** Names of the slips on the disk; they say nothing about whose they are. */
const names = new Map<string, string>();
let writing: Promise<unknown> = Promise.resolve();

/** Tells whether a response lies here. */
export const has = (responseId: string): boolean => wholes.has(responseId);

/** All responses that lie here. */
export const responses = (): KeptResponse[] => [...wholes.values()].map(({ response }) => response);

/** The events of a response, oldest first. */
export const events = (responseId: string): KeptEvent[] =>
  [...(wholes.get(responseId)?.events ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Puts a response, new or changed, into the drawer. */
export function putResponse(response: KeptResponse): Promise<void> {
  const { events = [] } = wholes.get(response.responseId) ?? {};
  wholes.set(response.responseId, { response, events });
  return write(response.responseId);
}

/** Puts events, new or changed, to their response. */
export function putEvents(responseId: string, changed: readonly KeptEvent[]): Promise<void> {
  const whole = wholes.get(responseId);
  if (!whole) throw new Error('There is no such response in the drawer');
  const byId = new Map([...whole.events, ...changed].map((event) => [event.id, event]));
  wholes.set(responseId, { ...whole, events: [...byId.values()] });
  return write(responseId);
}

/** Takes a response out of the drawer and off the disk. */
export function remove(responseId: string): Promise<void> {
  wholes.delete(responseId);
  return write(responseId);
}

/**
 * Opens what waits on the disk for the owner of a code and puts it into the drawer; undefined when nothing does. Its answers that
 * the server has meanwhile do no harm: sending twice is harmless.
 */
export async function openSlip(code: string): Promise<KeptResponse | undefined> {
  for (const { name, sealed } of await onDisk<Slip[]>('readonly', (store) => store.getAll())) {
    // Another code opens nothing: that is how one finds out whose it is.
    const whole = await unseal(code, sealed).then(
      (opened) => opened as Whole,
      () => undefined,
    );
    if (!whole) continue;
    const { responseId } = whole.response;
    names.set(responseId, name);
    const response = { ...whole.response, away: false };
    wholes.set(responseId, { ...whole, response });
    return response;
  }
  return undefined;
}

/** One change after another, or an older state could be written over a newer one. Returns when it is on the disk. */
async function write(responseId: string): Promise<void> {
  const mine = writing.catch(() => undefined).then(() => writeNow(responseId));
  writing = mine;
  await mine;
}

async function writeNow(responseId: string): Promise<void> {
  const whole = wholes.get(responseId);
  const waits = whole && (whole.events.some(({ state }) => state !== 'received') || isUnsent(whole.response));
  const name = names.get(responseId);
  if (!whole || !waits) {
    // Everything is on the server: the code finds it there, and the disk needs nothing.
    if (name) await onDisk('readwrite', (store) => store.delete(name));
    names.delete(responseId);
    if (!whole) locks.delete(responseId);
    return;
  }
  const sealed = await seal(await lockFor(whole.response), whole);
  const slip: Slip = { name: name ?? crypto.randomUUID(), sealed };
  names.set(responseId, slip.name);
  await onDisk('readwrite', (store) => store.put(slip));
}

const isUnsent = ({ handedIn, receipt }: KeptResponse) => handedIn && receipt === null;

async function lockFor({ responseId, code }: KeptResponse): Promise<Lock> {
  const known = locks.get(responseId);
  if (known?.code === code) return known.lock;
  const lock = await lockOf(code);
  locks.set(responseId, { code, lock });
  return lock;
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('kannwas-drawer', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('slips', { keyPath: 'name' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB is closed'));
  });
  return opened;
}

async function onDisk<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const tx = (await open()).transaction('slips', mode, { durability: 'strict' });
  const request = work(tx.objectStore('slips'));
  return new Promise((resolve, reject) => {
    // What the store gives back is what was put there.
    tx.oncomplete = () => resolve(request.result as T);
    tx.onabort = () => reject(tx.error ?? new Error('IndexedDB gave up'));
  });
}
