import type { Language } from '@kannwas/schema/codes';
import { OfferContent, type OfferText, type StaffOffer } from '@kannwas/schema/offers';
import type { FieldProblem } from '@kannwas/schema/problems';

type TypedText = { name: string; whom: string; when: string };

/** The form as it stands on the screen: everything is text until it is kept. */
export type TypedOffer = {
  kind: string;
  levels: string[];
  texts: Partial<Record<Language, TypedText>>;
  where: string;
  link: string;
  phone: string;
  from: string;
  until: string;
};

const emptyText: TypedText = { name: '', whom: '', when: '' };

/** An offer as it is typed, with room for the languages that somebody may write it in. */
export function toTyped(
  offer: StaffOffer | undefined,
  rooms: readonly Language[],
  today: string,
): TypedOffer {
  const said = (text: OfferText | undefined): TypedText =>
    text ? { name: text.name, whom: text.whom ?? '', when: text.when ?? '' } : emptyText;
  return {
    kind: offer?.kind ?? '',
    levels: [...(offer?.levels ?? [])],
    texts: Object.fromEntries(rooms.map((language) => [language, said(offer?.texts[language])])),
    where: offer?.where ?? '',
    link: offer?.link ?? '',
    phone: offer?.phone ?? '',
    from: offer?.from ?? today,
    until: offer?.until ?? '',
  };
}

/** Turns what was typed into an offer, or says for each field what is wrong with it: `texts.ar.name`. */
export function toOffer(
  typed: TypedOffer,
): { offer: OfferContent; wrong?: never } | { offer?: never; wrong: FieldProblem[] } {
  const checked = OfferContent.safeParse({
    ...typed,
    levels: typed.kind === 'language-course' ? typed.levels : [],
    texts: textsOf(typed),
    where: orNull(typed.where),
    link: orNull(typed.link),
    phone: orNull(typed.phone),
    until: orNull(typed.until),
  });
  if (checked.success) return { offer: checked.data };
  const wrong = checked.error.issues.map((issue): FieldProblem => {
    const path = issue.path.join('.');
    const own = issue.code === 'custom' ? issue.params?.code : undefined;
    if (typedAt(typed, path).trim() === '') return { path, code: 'required' };
    return { path, code: typeof own === 'string' ? own : issue.code };
  });
  return { wrong };
}

/** A language in which nothing was written is none; German must be there, so that its gaps are named. */
function textsOf({ texts }: TypedOffer): Record<string, unknown> {
  const written = Object.entries(texts).filter(
    ([language, { name, whom, when }]) => language === 'de' || `${name}${whom}${when}`.trim() !== '',
  );
  return Object.fromEntries(
    written.map(([language, { name, whom, when }]) => [
      language,
      { name, whom: orNull(whom), when: orNull(when) },
    ]),
  );
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** What was typed at a path; empty where there is nothing such. */
function typedAt(typed: TypedOffer, path: string): string {
  let at: unknown = typed;
  for (const part of path.split('.')) {
    at = typeof at === 'object' && at !== null ? Object.getOwnPropertyDescriptor(at, part)?.value : undefined;
  }
  return typeof at === 'string' ? at : '';
}
