import type namesInEnglish from './languages/en/names.json';

/** Names in one language, each list in the alphabetical order of that language: show the keys as they come. */
export type NameTexts = {
  readonly countries: Readonly<Record<keyof typeof namesInEnglish.countries, string>>;
  readonly languages: Readonly<Record<keyof typeof namesInEnglish.languages, string>>;
  /** Patterns: browsers join lists of several of our languages as if they were English. */
  readonly joined: Readonly<Record<'between' | 'last' | 'two', string>>;
};

/** The parts of a list in one text, as the language joins them: "A, B and C". */
export function joined(parts: readonly string[], { between, last, two }: NameTexts['joined']): string {
  const fill = (pattern: string, before: string, next: string) =>
    pattern.replace(/\{([01])\}/g, (_, place) => (place === '0' ? before : next));
  return parts.reduce((before, next, place) => {
    if (parts.length === 2) return fill(two, before, next);
    return fill(place === parts.length - 1 ? last : between, before, next);
  });
}

/** The name for a code in one of the lists, or undefined when the list does not have it. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string | undefined {
  return names[code];
}
