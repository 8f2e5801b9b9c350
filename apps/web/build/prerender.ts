import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Language, languageCodes } from '@kannwas/schema/codes';
import { pages } from '@kannwas/schema/survey/pages';
import { createServer } from 'vite';
import { drafts } from '../src/operator/drafts.ts';
import { compress } from './compress.ts';
import { filled, inLanguage, type Renderer } from './document.ts';
import { iconLink, iconLinks, writeIcons, writeManifest } from './icons.ts';
import { markdownOf, renderDraft } from './operator.ts';
import { textsOf } from './texts.ts';
import { faceRules, nameRules } from './typefaces.ts';
import { type Manifest, writeWorker } from './worker.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Puts the style sheets of a document into it: one request less before something is seen. */
async function withStyles(html: string): Promise<string> {
  let styled = html;
  for (const [link, address] of html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g)) {
    const css = (await readFile(dist + address, 'utf8')).trim();
    styled = withStyle(styled.replace(link, ''), css);
  }
  return styled;
}

/** Puts rules at the end of the head; the server lets a document have the styles that stand in it. */
function withStyle(html: string, css: string): string {
  return html.replace('</head>', () => `<style>${css}</style></head>`);
}

/**
 * A card with a code leads here with the code behind the `#`, which no server sees; nobody who looks at the screen shall
 * see it either. A page that stands is seen before its script works; a hidden tab paints nothing, so it does
 * not wait for long.
 */
const begin = `if (location.hash) {
  globalThis.kannwasBrought = location.hash;
  history.replaceState(history.state, '', location.pathname + location.search);
}
const begin = () => import(document.querySelector('link[data-main]').href);
requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, 500);
`;

const beginFile = `assets/begin-${createHash('sha256').update(begin).digest('hex').slice(0, 8)}.js`;

/** Lets the main script load at once but work only after the first paint. */
async function withPaintFirst(html: string): Promise<string> {
  await writeFile(dist + beginFile, begin);
  return html.replace(
    /<script type="module" crossorigin src="([^"]+)"><\/script>/,
    (_, main: string) =>
      `<link rel="modulepreload" crossorigin href="${main}" data-main><script type="module" crossorigin src="/${beginFile}"></script>`,
  );
}

/** The chunk with the texts of a language, so that it travels together with the script and not after it. */
function textsChunk(manifest: Manifest, language: Language): string {
  const chunk = manifest[textsOf(language)];
  if (!chunk) throw new Error(`The build has no texts for ${language}`);
  return `<link rel="modulepreload" href="/${chunk.file}">`;
}

/** Writes a page where its address leads. */
async function writePage(path: string, html: string): Promise<void> {
  const folder = `${dist}${path.slice(1)}`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder.replace(/\/$/, '')}/index.html`, html);
}

/** Writes the pages that work before any script: the list of languages, each welcome, first question, and method page, a shell, and drafts for operators. */
async function prerender(): Promise<void> {
  const vite = await createServer({
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  const { render, renderMethod, renderPaperCheck } = (await vite.ssrLoadModule(
    '/build/render.tsx',
  )) as Renderer;
  const template = await withPaintFirst(await withStyles(await readFile(`${dist}survey.html`, 'utf8')));
  const manifest: Manifest = JSON.parse(await readFile(`${dist}.vite/manifest.json`, 'utf8'));
  const method = await withStyles(await readFile(`${dist}method.html`, 'utf8'));
  const first = await withStyles(await readFile(`${dist}index.html`, 'utf8'));
  const list = withStyle(first, await nameRules());
  await writeFile(
    `${dist}index.html`,
    list.replace('</head>', () => `${iconLink}</head>`),
  );
  await writeIcons(dist);
  const checks: Partial<Record<Language, string>> = {};
  for (const language of languageCodes) {
    const texts = textsChunk(manifest, language);
    const links = `${texts}${iconLinks(language)}`;
    const document = inLanguage(template, language).replace('</head>', () => `${links}</head>`);
    for (const path of [`/${language}/`, `/${language}/q/${pages[0].id}`]) {
      await writePage(path, filled(document, path, await render(language, path)));
    }
    const path = `/${language}/method`;
    const dressed = withStyle(inLanguage(method, language), await faceRules(language));
    await writePage(path, filled(dressed, path, await renderMethod(language)));
    // No file that could be opened by itself: it would call every paper genuine.
    checks[language] = filled(dressed, `/${language}/p`, await renderPaperCheck(language));
    await writeFile(`${dist}${language}/survey.html`, document);
    const welcome = await render(language, `/${language}/`);
    await writeManifest(dist, language, welcome.title.replace(/ – Kannwas$/, ''));
  }
  for (const draft of drafts) {
    const path = `/de/operator/${draft}`;
    const dressed = withStyle(inLanguage(method, 'de'), await faceRules('de'));
    await writePage(path, filled(dressed, path, await renderDraft(draft)));
    await writeFile(`${dist}de/operator/${draft}.md`, await markdownOf(draft));
  }
  await vite.close();
  await writeFile(`${dist}checks.json`, JSON.stringify(checks));
  await rm(`${dist}survey.html`);
  await rm(`${dist}method.html`);
  await rm(`${dist}.vite`, { recursive: true });
  await writeWorker(dist, manifest, [beginFile]);
}

await prerender();
await compress(dist);
