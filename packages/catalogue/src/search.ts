import { wordsOf } from './fold.ts';
import type { OccupationId } from './occupations.ts';

/** Occupations by their ids: the label, and what else people say. */
type Searched = Readonly<Record<string, { readonly label: string; readonly words: readonly string[] }>>;

type Indexed = {
  readonly id: OccupationId;
  /** Number of words in the label: of two that match alike, the plainer one comes first. */
  readonly labelLength: number;
};

/** Each word once, with the places of the occupations that have it, and how much it says there. */
export type SearchIndex = {
  readonly occupations: readonly Indexed[];
  readonly words: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** What was found for words that were typed: with the next letter only the last of them is another. */
  readonly found: Map<string, Float64Array>;
};

// The label is what is shown, and its first word says what the work is: it wins over a search word.
// A search word that stands alone says more than one within a phrase ("clean" and "clean vegetables").
const weights = { firstOfLabel: 1.3, label: 1.15, searchWord: 1, inPhrase: 0.9 };
const points = { whole: 10, start: 7, otherEnding: 5, startWithTypo: 4, inside: 3 };

// Below this share of the best score a hit is noise; a label's own beginning always scores above half of the best.
const smallestShare = 0.4;

/** Two kilobytes each. */
const mostRemembered = 50;

/** Prepares one language's occupations for searching; do it once per language. */
export function searchIndex(texts: Searched): SearchIndex {
  const known = Object.entries(texts);
  const words = new Map<string, Map<number, number>>();
  const weigh = (at: number, word: string, weight: number) => {
    const places = words.get(word) ?? new Map<number, number>();
    words.set(word, places.set(at, Math.max(weight, places.get(at) ?? 0)));
  };
  for (const [at, [, { label, words: searchWords }]] of known.entries()) {
    for (const [place, word] of wordsOf(label).entries())
      weigh(at, word, place === 0 ? weights.firstOfLabel : weights.label);
    for (const word of [label, ...searchWords].flatMap(otherSpellings)) weigh(at, word, weights.inPhrase);
    for (const phrase of searchWords.map(wordsOf))
      for (const word of phrase) weigh(at, word, phrase.length === 1 ? weights.searchWord : weights.inPhrase);
  }
  const occupations = known.map(([id, { label }]) => ({
    id: id as OccupationId,
    labelLength: wordsOf(label).length,
  }));
  return { occupations, words, found: new Map() };
}

/**
 * Finds occupations by what a person types: the best first, at most `limit`.
 * Every word counts from its second letter on, may be unfinished, and from the fourth letter on may hold one typo.
 * Words that match many occupations count less, so that filler ("I was a …") does not decide.
 */
export function searchOccupations(index: SearchIndex, text: string, limit: number): OccupationId[] {
  const { occupations } = index;
  const totals = new Float64Array(occupations.length);
  for (const typed of new Set(wordsOf(text).slice(0, 12))) {
    if (typed.length < 2) continue;
    const scores = scoresOf(index, typed);
    const hits = scores.filter((score) => score > 0).length;
    const rarity = typed.length / (1 + Math.log2(1 + hits));
    for (const [at, score] of scores.entries()) totals[at] = (totals[at] ?? 0) + score * rarity;
  }
  const smallest = smallestShare * Math.max(0, ...totals);
  return occupations
    .map(({ id, labelLength }, at) => ({ id, labelLength, score: totals[at] ?? 0 }))
    .filter(({ score }) => score > 0 && score >= smallest)
    .sort((a, b) => b.score - a.score || a.labelLength - b.labelLength)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** How well each occupation answers to one word. */
function scoresOf({ occupations, words, found }: SearchIndex, typed: string): Float64Array {
  const known = found.get(typed);
  if (known) return known;
  const scores = new Float64Array(occupations.length);
  for (const spelling of withoutArticle(typed)) {
    for (const [word, places] of words) {
      const score = match(word, spelling);
      if (score === 0) continue;
      for (const [at, weight] of places) scores[at] = Math.max(scores[at] ?? 0, score * weight);
    }
  }
  if (found.size >= mostRemembered) found.clear();
  found.set(typed, scores);
  return scores;
}

function match(word: string, typed: string): number {
  if (word === typed) return points.whole;
  const alike = commonStart(word, typed);
  // The nearer the word's end, the better: "bau" means "Bau" more than "Baumwolle".
  if (alike === typed.length) return points.start + typed.length / word.length;
  if (typed.length < 4) return 0;
  if (alike >= 4 && word.length - alike <= 2 && typed.length - alike <= 3) return points.otherEnding;
  if (startsWithTypo(word, typed, alike)) return points.startWithTypo;
  return word.includes(typed) || isPartOf(typed, word) ? points.inside : 0;
}

/** How many letters the two have in common from the beginning. */
function commonStart(word: string, typed: string): number {
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at += 1;
  return at;
}

/** Whether a compound that was typed begins or ends with the word, as "Autoschlosser" ends with "Schlosser". */
function isPartOf(compound: string, word: string): boolean {
  return word.length >= 5 && (compound.startsWith(word) || compound.endsWith(word));
}

/** Whether the word starts with what was typed, but for one letter too many, too few, wrong, or swapped at this place. */
function startsWithTypo(word: string, typed: string, at: number): boolean {
  const [mine, myNext, its, itsNext] = [typed[at], typed[at + 1], word[at], word[at + 1]];
  // Nearly every word falls here, before anything is cut out of it.
  if (myNext !== undefined && myNext !== itsNext && myNext !== its && mine !== itsNext) return false;
  const from = (start: number, inWord: number) => word.startsWith(typed.slice(start), inWord);
  const isSwapped = mine === itsNext && myNext === its;
  return from(at + 1, at + 1) || from(at + 1, at) || from(at, at + 1) || (isSwapped && from(at + 2, at + 2));
}

// "Bäckerin" folds to "backerin"; without an umlaut key, people write "Baeckerin".
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

function otherSpellings(text: string): string[] {
  const lower = text.toLowerCase().normalize('NFC');
  const spelled = lower.replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter);
  const respelled = spelled === lower ? [] : wordsOf(spelled);
  return [...respelled, ...wordsOf(text).flatMap((word) => withoutArticle(word).slice(1))];
}

// Arabic writes "the", "and the", "in the", "for the" onto the word.
const article = /^(?:[بفكو]?ال|لل)(?=.{3})/u;

/** The word as typed and, in Arabic, without what is written onto its beginning. */
function withoutArticle(word: string): string[] {
  return article.test(word) ? [word, word.replace(article, '')] : [word];
}
