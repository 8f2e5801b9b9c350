import type namesInEnglish from './languages/en/names.json';

/** Names in one language, each list in the alphabetical order of that language: show the keys as they come. */
export type NameTexts = {
  readonly countries: Readonly<Record<keyof typeof namesInEnglish.countries, string>>;
  readonly languages: Readonly<Record<keyof typeof namesInEnglish.languages, string>>;
};

/** The name for a code in one of the lists, or undefined when the list does not have it. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string | undefined {
  return names[code];
}
