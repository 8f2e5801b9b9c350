import { openBrowser, openPhone } from './pages/browser.ts';

const { browser, close } = await openBrowser();
for (const locale of ['de', 'ar']) {
  const page = await openPhone(browser, { locale });
  const r = await page.evaluate(() => {
    const L = {
      de: 'de',
      'de-easy': 'de-simple',
      en: 'en',
      ar: 'ar',
      uk: 'uk',
      ru: 'ru',
      fa: 'fa',
      prs: 'fa-AF',
      ps: 'ps',
      ckb: 'ckb',
      kmr: 'ku',
      ti: 'ti',
      so: 'so',
      tr: 'tr',
      fr: 'fr',
      ur: 'ur',
      am: 'am',
      sdh: 'ku-Latn',
    } as Record<string, string>;
    return Object.entries(L).map(([c, l]) => [
      c,
      l,
      new Intl.PluralRules(l).resolvedOptions().locale,
      new Intl.PluralRules(l).resolvedOptions().pluralCategories.join(),
      new Intl.ListFormat(l).resolvedOptions().locale,
      new Intl.ListFormat(l).format(['A', 'B', 'C']),
      new Intl.Collator(l).resolvedOptions().locale,
      new Intl.NumberFormat(l, { style: 'percent', maximumFractionDigits: 1 }).format(1234.567),
      new Intl.NumberFormat(l).resolvedOptions().locale,
      new Intl.DateTimeFormat(l, { dateStyle: 'long' }).format(new Date(2026, 10, 27)),
      new Intl.DateTimeFormat(l).resolvedOptions().locale,
    ]);
  });
  console.log(
    await page.evaluate(() => navigator.userAgent),
    await page.evaluate(() => new Intl.NumberFormat().resolvedOptions().locale),
  );
  for (const x of r) console.log(x.join(' | '));
}
await close();
