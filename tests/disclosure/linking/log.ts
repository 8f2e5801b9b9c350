import { Writable } from 'node:stream';
import { loggerOptions } from '@kannwas/api/http/logger';

/** Listens to everything that a server writes down, at the level that says most. */
export function listenToLog() {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(...chunk.toString('utf8').split('\n').filter(Boolean));
      done();
    },
  });
  const options = loggerOptions('trace');
  return { lines, logger: typeof options === 'object' ? { ...options, stream } : false };
}

/** What a line of the log may hold at all; nothing of it is about a person or about what was asked. */
const innocent: Readonly<Record<string, readonly string[] | 'plain'>> = {
  level: 'plain',
  time: 'plain',
  reqId: 'plain',
  msg: 'plain',
  responseTime: 'plain',
  req: ['method', 'route'],
  res: ['statusCode'],
  err: ['type', 'code', 'message', 'stack'],
};

/** What somebody who reads a line could link to a person, a caller, or a question; nothing where there is nothing. */
export function tellingIn(line: string): string[] {
  const entry: Record<string, unknown> = JSON.parse(line);
  // Its own address.
  if (String(entry.msg).startsWith('Server listening at')) return [];
  const unknown = Object.entries(entry).flatMap(([key, value]) => {
    const inner = innocent[key];
    if (inner === undefined) return [key];
    if (inner === 'plain') return typeof value === 'object' ? [key] : [];
    return Object.keys(value ?? {})
      .filter((name) => !inner.includes(name))
      .map((name) => `${key}.${name}`);
  });
  const spoken =
    /(127\.0\.0\.1|::1|@example|occupation=|german=|by=|kwt_|session_token|[0-9a-f]{8}-[0-9a-f]{4})/.exec(
      line,
    );
  return spoken ? [...unknown, spoken[0]] : unknown;
}
