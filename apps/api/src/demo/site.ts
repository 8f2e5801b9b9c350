import type { Denominator } from '@kannwas/schema/gaps';
import type { SiteNotice } from '@kannwas/schema/notices';
import type { Site } from '@kannwas/schema/sites';
import type { Weighted } from './people/random.ts';

/**
 * Municipalities of the Landkreis Mansfeld-Südharz by their official keys (AGS), the small ones of the two
 * Verbandsgemeinden together. How many newcomers are registered where is an assumption of ours: about 4,500 adults,
 * as many as the district's share of Saxony-Anhalt's people lets expect, most of them in the three towns.
 */
const municipalities = [
  { code: '15087220', name: 'Hettstedt', registered: 920 },
  { code: '15087130', name: 'Lutherstadt Eisleben', registered: 1160 },
  { code: '15087370', name: 'Sangerhausen', registered: 1330 },
  { code: '15087015', name: 'Allstedt', registered: 120 },
  { code: '15087031', name: 'Arnstein', registered: 105 },
  { code: '15087165', name: 'Gerbstedt', registered: 115 },
  { code: '15087275', name: 'Mansfeld', registered: 160 },
  { code: '15087386', name: 'Seegebiet Mansfelder Land', registered: 150 },
  { code: '15087412', name: 'Südharz', registered: 140 },
  { code: 'uebrige', name: 'Übrige Gemeinden', registered: 300 },
];

/** The labelled demo site: real places, synthetic people. */
export const demoSite: Site = {
  id: 'hettstedt',
  name: 'Hettstedt und Mansfeld-Südharz',
  demo: true,
  languages: ['de', 'en', 'ar', 'uk'],
  districts: municipalities.map(({ code, name }) => ({ code, name })),
};

/** Nobody of these exists; each says so in its name. */
export const demoNotice: SiteNotice = {
  responsible: {
    name: 'Stadt Hettstedt, Fachdienst Integration (erfunden)',
    address: 'Musterstraße 1, 06333 Hettstedt',
    phone: '03476 00 00 00',
    email: 'integration@hettstedt.example',
  },
  officer: {
    name: 'Datenschutzbeauftragte der Stadt (erfunden)',
    address: 'Musterstraße 1, 06333 Hettstedt',
    email: 'datenschutz@hettstedt.example',
  },
  authority: {
    name: 'Aufsichtsbehörde für den Datenschutz (erfunden)',
    address: 'Musterallee 2, 39000 Magdeburg',
    link: 'https://aufsicht.example',
  },
  processors: [{ name: 'Rechenzentrum Musterland (erfunden)', address: 'Serverweg 3, 06100 Halle' }],
  accessibility: {
    name: 'Fachdienst Integration (erfunden)',
    phone: '03476 00 00 00',
    email: 'barrieren@hettstedt.example',
  },
  enforcement: {
    name: 'Schlichtungsstelle für Barrierefreiheit (erfunden)',
    address: 'Musterallee 4, 39000 Magdeburg',
    link: 'https://schlichtung.example',
  },
  assessedOn: '2026-11-27',
};

export const demoDenominators: readonly Denominator[] = municipalities.map(({ code, registered }) => ({
  district: code,
  registered,
  asOf: '2026-10-31',
}));

/** Where synthetic people of a site live: in the demo site as its denominators say, elsewhere evenly. */
export function placesOf(site: Site): readonly Weighted<string>[] {
  const registered = new Map(demoDenominators.map((row) => [row.district, row.registered]));
  return site.districts.map(({ code }) => [code, site.id === demoSite.id ? (registered.get(code) ?? 1) : 1]);
}
