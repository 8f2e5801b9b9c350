import type { Language } from '@kannwas/schema/codes';
import type { FieldTexts } from './fields.ts';
import type { NameTexts } from './names.ts';
import type { GroupTexts, OccupationTexts } from './occupations.ts';

type Load<Texts> = () => Promise<{ readonly default: Texts }>;

/** Loads one kind of texts in one language; a phone fetches only what its language and page need. */
export type CatalogueTexts = {
  readonly occupations: Load<OccupationTexts>;
  readonly fields: Load<FieldTexts>;
  readonly groups: Load<GroupTexts>;
  readonly names: Load<NameTexts>;
};

// Written out, because bundlers follow only literal paths.
export const texts: Readonly<Record<Language, CatalogueTexts>> = {
  de: {
    occupations: () => import('./occupations/de.json', { with: { type: 'json' } }),
    fields: () => import('./fields/de.json', { with: { type: 'json' } }),
    groups: () => import('./groups/de.json', { with: { type: 'json' } }),
    names: () => import('./names/de.json', { with: { type: 'json' } }),
  },
  en: {
    occupations: () => import('./occupations/en.json', { with: { type: 'json' } }),
    fields: () => import('./fields/en.json', { with: { type: 'json' } }),
    groups: () => import('./groups/en.json', { with: { type: 'json' } }),
    names: () => import('./names/en.json', { with: { type: 'json' } }),
  },
  ar: {
    occupations: () => import('./occupations/ar.json', { with: { type: 'json' } }),
    fields: () => import('./fields/ar.json', { with: { type: 'json' } }),
    groups: () => import('./groups/ar.json', { with: { type: 'json' } }),
    names: () => import('./names/ar.json', { with: { type: 'json' } }),
  },
  uk: {
    occupations: () => import('./occupations/uk.json', { with: { type: 'json' } }),
    fields: () => import('./fields/uk.json', { with: { type: 'json' } }),
    groups: () => import('./groups/uk.json', { with: { type: 'json' } }),
    names: () => import('./names/uk.json', { with: { type: 'json' } }),
  },
};
