/// <reference lib="webworker" />
import { documentOf, type File, type Groups } from './files.ts';

declare const self: ServiceWorkerGlobalScope;
// Written in by build/worker.ts.
declare const GROUPS: Groups;
declare const VERSION: string;
declare const FIRST: string;

/** What a page asks of the worker: to keep a group of files, or to take over when no other page is open. */
export type Asked = { keep: string } | { takeOver: true };

const groups = GROUPS;
const prefix = 'kannwas-files-';
const current = prefix + VERSION;
const known = new Set(Object.values(groups).flatMap((files) => files.map(([address]) => address)));
const languages = Object.keys(groups).filter((name) => name !== 'core' && name !== 'pictures');

// A new version waits until every page of the old one is closed, so that an old page never misses a file of its own.
self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('message', (event) => {
  const asked: Asked = event.data;
  const [port] = event.ports;
  if ('takeOver' in asked) event.waitUntil(takeOver());
  else
    event.waitUntil(
      keep(asked.keep, (done) => port?.postMessage({ done })).then(
        () => port?.postMessage({ kept: true }),
        () => port?.postMessage({ kept: false }),
      ),
    );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // The API, what staff see, and everything else is the network's alone: nothing of it is ever kept here.
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    const document = documentOf(pathname, languages, FIRST);
    if (document) event.respondWith(openDocument(document, request));
  } else if (known.has(pathname)) event.respondWith(openFile(pathname, request));
});

/** Keeps what the version before had kept: the same languages, and the pictures if they were wanted. */
async function install(): Promise<void> {
  const before = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
  const wanted = ['core'];
  for (const name of before) wanted.push(...(await groupsIn(await caches.open(name))));
  for (const name of new Set(wanted)) await keep(name);
}

/** A group is whole when its last file is there. */
async function groupsIn(cache: Cache): Promise<string[]> {
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  // Names of files change with every version; the documents of a language do not, and neither does the mark of a group.
  return Object.keys(groups).filter((name) => here.has(markOf(name)));
}

const markOf = (group: string) => `/kept/${group}`;

/** Fetches a group, one file after another: nobody waits for it, and the answers go first. Throws when one is not to be had. */
async function keep(group: string, tell: (done: number) => void = () => undefined): Promise<void> {
  const cache = await caches.open(current);
  const files = groups[group];
  if (!files) throw new Error('unknown');
  for (const [place, [address, integrity]] of files.entries()) {
    if (!(await cache.match(address))) await cache.put(address, await found(address, integrity));
    tell(place + 1);
  }
  await cache.put(markOf(group), new Response(''));
}

/** A file with a hash in its name is the same in every version; a document has to be the one this version was built with. */
async function found(...[address, integrity]: File): Promise<Response> {
  const here = integrity ? undefined : await caches.match(address);
  if (here) return here;
  const response = await fetch(address, integrity ? { cache: 'no-cache', integrity } : {});
  if (!response.ok) throw new Error(`${response.status}`);
  return response;
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== current) await caches.delete(name);
  }
  await self.clients.claim();
}

/** Two pages are two people, or one with much to lose: then the new version waits. */
async function takeOver(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}

async function openDocument(document: string, request: Request): Promise<Response> {
  const cache = await caches.open(current);
  const kept = await cache.match(document);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    // A language that this phone has not kept: the list of languages leads to those that it has.
    if (await cache.match('/')) return Response.redirect('/', 302);
    throw error;
  }
}

async function openFile(address: string, request: Request): Promise<Response> {
  return (await caches.match(address)) ?? fetch(request);
}
