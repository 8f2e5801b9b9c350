import type { Language } from '@kannwas/schema/codes';

/** The files of a language of which some texts are read aloud, and which of their texts. */
const spoken: Readonly<Record<string, RegExp>> = {
  survey:
    /^(?!(errors|state|check|conflict|code|enter|closed|sound)\.)(?!.*\.errors\.)(?!.*_(zero|one|two|few|many|other)$)/,
  common: /^(yes|no)$/,
  fields: /./,
  occupations: /\.label$/,
  cards: /./,
  education: /./,
  ladders: /./,
  licences: /./,
  names: /^(countries|languages)\./,
};

const loaded = new Map<Language, Promise<ReadonlyMap<string, string>>>();

/**
 * The texts of a language that a newcomer can have read aloud, by their keys: the file and where they stand in there, such
 * as `survey.questions.gender.options.female`. Texts into which something is filled in are none of them.
 */
export function spokenTexts(language: Language): Promise<ReadonlyMap<string, string>> {
  const texts = loaded.get(language) ?? read(language);
  loaded.set(language, texts);
  return texts;
}

async function read(language: Language): Promise<ReadonlyMap<string, string>> {
  const files = await Promise.all(
    Object.entries(spoken).map(async ([file, wanted]) => {
      const texts = await fileOf(language, file);
      return flat(texts)
        .filter(([key, text]) => wanted.test(key) && !text.includes('{{'))
        .map(([key, text]): [string, string] => [`${file}.${key}`, text]);
    }),
  );
  return new Map(files.flat());
}

/** A language that is still being translated lacks some files: what is not there cannot be read. */
async function fileOf(language: Language, file: string): Promise<object> {
  const path = `./languages/${language}/${file}.json`;
  const { default: texts }: { default: object } = await import(path, { with: { type: 'json' } }).catch(
    () => ({
      default: {},
    }),
  );
  return texts;
}

function flat(texts: object, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    if (typeof text === 'string') return [[before + key, text]];
    return text !== null && typeof text === 'object' && !Array.isArray(text)
      ? flat(text, `${before}${key}.`)
      : [];
  });
}
