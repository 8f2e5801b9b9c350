import type licencesInEnglish from '../languages/en/licences.json';
import classes from './licences/classes.json' with { type: 'json' };
import papers from './licences/papers.json' with { type: 'json' };

/** A class of driving licence (FeV § 6, in the order of a licence card), or the papers for a forklift or for dangerous goods. */
export type LicenceClass = keyof typeof classes;

/** A paper that many jobs in Germany ask for. */
export type PaperId = keyof typeof papers;

export type LicenceTexts = typeof licencesInEnglish;

/** With the name of the picture in fluent-emoji-flat. */
export const licenceClasses = Object.entries(classes).map(([id, picture]) => ({
  id: id as LicenceClass,
  picture,
}));

/** With the name of the picture in fluent-emoji-flat. */
export const papersForWork = Object.entries(papers).map(([id, picture]) => ({ id: id as PaperId, picture }));
