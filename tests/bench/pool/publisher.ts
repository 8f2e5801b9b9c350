import { openPostgres } from '@kannwas/api/db/open';
import { demoSite } from '@kannwas/api/demo/site';
import { bytesOf } from '@kannwas/api/pool/columns/columns';
import { loadColumns } from '@kannwas/api/pool/columns/load';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { deriveSecrets } from '@kannwas/api/secrets';
import { publish } from '@kannwas/api/snapshots/publish';

// Publishes once and writes down how long it took, and how much memory it needed above the columns of the epochs.
const opened = openPostgres(process.env.DATABASE_URL ?? '');
const secrets = deriveSecrets(Buffer.from(process.env.SECRET_KEY ?? '', 'hex'));
const limits = { days: 0, daysAfterChanges: 0, changes: 0 };
const before = process.memoryUsage().rss;
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 20);
const begun = performance.now();
const { epoch } = await publish({ opened, secrets, rulesOf: makeRulesOf(secrets), limits }, demoSite.id);
const seconds = (performance.now() - begun) / 1000;
clearInterval(watch);
let columns = 0;
for (let of = 1; of <= epoch; of++) {
  const loaded = await loadColumns(opened, { siteId: demoSite.id, epoch: of });
  columns += loaded ? bytesOf(loaded.columns) : 0;
}
await opened.close();
console.log(JSON.stringify({ seconds, above: most - before - columns }));
