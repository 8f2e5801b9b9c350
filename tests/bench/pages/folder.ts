import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import Fastify from 'fastify';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Reads a built folder into what `serveFiles` serves. */
export function filesOf(folder: string): Record<string, Buffer> {
  const names = globSync('**/*.*', { cwd: folder });
  return Object.fromEntries(names.map((name) => [`/${name}`, readFileSync(join(folder, name))]));
}

/** Serves files as well as they can be served: compressed beforehand, hashed ones kept for ever. */
export async function serveFiles(files: Record<string, Buffer>) {
  const app = Fastify();
  for (const [path, content] of Object.entries(files)) {
    const packed = brotliCompressSync(content);
    const age = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    app.get(path.replace(/index\.html$/, ''), (_, reply) =>
      reply
        .type(types[extname(path)] ?? 'application/octet-stream')
        .headers({ 'content-encoding': 'br', 'cache-control': age })
        .send(packed),
    );
  }
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: () => app.close() };
}
