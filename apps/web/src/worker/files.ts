/** A file by its address; documents with the checksum of their content, files with a hash in their name without. */
export type File = readonly [address: string, integrity?: string];

/** What travels together: `core`, `pictures`, and the files of each language under its code. */
export type Groups = Readonly<Record<string, readonly File[]>>;

/** Which document answers an address of the survey; undefined for what is not the survey's. The API serves by the same rules. */
export function documentOf(path: string, languages: readonly string[], first: string): string | undefined {
  if (path === '/') return '/';
  const [, language = '', ...rest] = path.split('/');
  if (!languages.includes(language)) return undefined;
  const place = rest.join('/');
  if (place === '') return `/${language}/`;
  if (place === 'method' || place === `q/${first}`) return path;
  return `/${language}/survey.html`;
}
