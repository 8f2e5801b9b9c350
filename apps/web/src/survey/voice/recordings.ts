import { isShared } from '../device/shared.ts';

/** What somebody said into this phone, and whether the server has it. */
export type KeptRecording = {
  recordingId: string;
  responseId: string;
  sound: Blob;
  state: 'waiting' | 'received' | 'refused';
};

/** On a shared phone sound is never written down: it is here until it is sent, or until the page is closed. */
const inMemory = new Map<string, KeptRecording>();
let opened: Promise<IDBDatabase> | undefined;

/** A store of its own: answers never wait for sound. */
function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('kannwas-voice', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore('recordings', { keyPath: 'recordingId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB is closed'));
  });
  return opened;
}

async function inStore<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const tx = (await open()).transaction('recordings', 'readwrite', { durability: 'strict' });
  const request = work(tx.objectStore('recordings'));
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve(request.result);
    tx.onabort = () => reject(tx.error ?? new Error('IndexedDB gave up'));
  });
}

/** Keeps a recording; returns when it is safe on this phone. */
export async function keepRecording(recording: KeptRecording): Promise<void> {
  if (isShared()) inMemory.set(recording.recordingId, recording);
  else await inStore((store) => store.put(recording));
}

/** One recording as this phone has it. */
export async function findRecording(recordingId: string): Promise<KeptRecording | undefined> {
  return inMemory.get(recordingId) ?? inStore<KeptRecording | undefined>((store) => store.get(recordingId));
}

/** Everything that was said into this phone. */
export async function listRecordings(): Promise<KeptRecording[]> {
  return [...inMemory.values(), ...(await inStore<KeptRecording[]>((store) => store.getAll()))];
}

/** Takes a recording off this phone. */
export async function forgetRecording(recordingId: string): Promise<void> {
  if (inMemory.delete(recordingId)) return;
  await inStore((store) => store.delete(recordingId));
}
