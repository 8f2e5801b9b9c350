import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** `pnpm dev`: Vite with hot reload in front, the API restarting on change behind it. */
const port = Number(process.env.PORT ?? 3000);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const api = spawn(process.execPath, ['--watch', here('../../api/src/tasks/start.ts'), '--api-only'], {
  env: { ...process.env, PORT: String(port + 1) },
  stdio: 'inherit',
});
const web = await createServer({
  configFile: here('../vite.config.ts'),
  server: { port, strictPort: true, proxy: { '/api': `http://127.0.0.1:${port + 1}` } },
});
await web.listen();
web.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    api.kill(signal);
    await web.close();
    process.exit(0);
  });
}
