import { existsSync } from 'node:fs';

/** The pages under test are the built ones, as people get them. */
export default async function web(): Promise<void> {
  const { buildWeb } = await import('@kannwas/api/tasks/web');
  await buildWeb();
  if (!existsSync(new URL('../../apps/web/dist/index.html', import.meta.url)))
    throw new Error('apps/web was not built');
}
