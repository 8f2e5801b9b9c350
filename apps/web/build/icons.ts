import { writeFile } from 'node:fs/promises';
import { type Language, languages } from '@kannwas/schema/codes';
import { Resvg } from '@resvg/resvg-js';

/** The mark of Kannwas: a tick that ends in a sun. Drawn within the circle that every phone leaves of an icon. */
const mark = (round: number) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
<rect width="96" height="96" rx="${round}" fill="#0a5650"/>
<path d="M25 51l15 16 22-31" fill="none" stroke="#fbf8f1" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"/>
<circle cx="69" cy="28" r="8" fill="#ffca4a"/></svg>`;

const sizes = [180, 192, 512] as const;

/** Draws the icons for the phone's first screen, and writes what a phone has to know to put it there, a file for each language. */
export async function writeIcons(dist: string): Promise<void> {
  await writeFile(`${dist}icon.svg`, mark(22));
  for (const size of sizes) {
    // Phones cut the corners as they like.
    const picture = new Resvg(mark(0), { fitTo: { mode: 'width', value: size } }).render();
    await writeFile(`${dist}icon-${size}.png`, picture.asPng());
  }
}

/** The manifest of the web app in a language: what is installed begins there. */
export async function writeManifest(dist: string, language: Language, name: string): Promise<void> {
  const { locale, dir } = languages[language];
  const png = (size: number, purpose: string) => ({
    src: `/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    // One app, whichever language it was installed in.
    id: '/',
    name: `Kannwas – ${name}`,
    short_name: 'Kannwas',
    lang: locale,
    dir,
    start_url: `/${language}/`,
    scope: '/',
    display: 'standalone',
    background_color: '#fbf8f1',
    theme_color: '#0a5650',
    icons: [
      png(192, 'any'),
      png(512, 'any'),
      png(192, 'maskable'),
      png(512, 'maskable'),
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  };
  await writeFile(`${dist}${language}/app.webmanifest`, JSON.stringify(manifest));
}

export const iconLink = '<link rel="icon" href="/icon.svg" type="image/svg+xml">';

/** What a document says about the installed app and its icon. */
export const iconLinks = (language: Language) =>
  `<link rel="manifest" href="/${language}/app.webmanifest">${iconLink}<link rel="apple-touch-icon" href="/icon-180.png"><meta name="theme-color" content="#0a5650">`;
