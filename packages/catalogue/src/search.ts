import { wordsOf } from './fold.ts';
import type { OccupationId, OccupationTexts } from './occupations.ts';

type IndexedWord = { readonly word: string; readonly weight: number };

type Indexed = {
  readonly id: OccupationId;
  readonly words: readonly IndexedWord[];
  /** Number of words in the label: of two that match alike, the plainer one comes first. */
  readonly labelLength: number;
};

export type SearchIndex = readonly Indexed[];

// The label is what is shown, and its first word says what the work is: it wins over a search word.
// A search word that stands alone says more than one within a phrase ("clean" and "clean vegetables").
const weights = { firstOfLabel: 1.3, label: 1.15, searchWord: 1, inPhrase: 0.9 };
const points = { whole: 10, start: 7, otherEnding: 5, startWithTypo: 4, inside: 3 };

// Below this share of the best score a hit is noise; a label's own beginning always scores above half of the best.
const smallestShare = 0.4;

/** Prepares one language's occupations for searching; do it once per language. */
export function searchIndex(texts: OccupationTexts): SearchIndex {
  return Object.entries(texts).map(([id, { label, words }]) => ({
    id: id as OccupationId,
    labelLength: wordsOf(label).length,
    words: [
      ...wordsOf(label).map((word, at) => weighted(word, at === 0 ? weights.firstOfLabel : weights.label)),
      ...[label, ...words].flatMap(otherSpellings).map((word) => weighted(word, weights.inPhrase)),
      ...words.map(wordsOf).flatMap((phrase) => {
        const weight = phrase.length === 1 ? weights.searchWord : weights.inPhrase;
        return phrase.map((word) => weighted(word, weight));
      }),
    ],
  }));
}

/**
 * Finds occupations by what a person types: the best first, at most `limit`.
 * Every word counts from its second letter on, may be unfinished, and from the fourth letter on may hold one typo.
 * Words that match many occupations count less, so that filler ("I was a …") does not decide.
 */
export function searchOccupations(index: SearchIndex, text: string, limit: number): OccupationId[] {
  const totals = new Float64Array(index.length);
  for (const typed of new Set(wordsOf(text).slice(0, 12))) {
    if (typed.length < 2) continue;
    const spellings = withoutArticle(typed);
    const found = index.map(({ words }) => best(words, spellings));
    const hits = found.filter((score) => score > 0).length;
    const rarity = typed.length / (1 + Math.log2(1 + hits));
    for (const [at, score] of found.entries()) totals[at] = (totals[at] ?? 0) + score * rarity;
  }
  const smallest = smallestShare * Math.max(0, ...totals);
  return index
    .map(({ id, labelLength }, at) => ({ id, labelLength, score: totals[at] ?? 0 }))
    .filter(({ score }) => score > 0 && score >= smallest)
    .sort((a, b) => b.score - a.score || a.labelLength - b.labelLength)
    .slice(0, limit)
    .map(({ id }) => id);
}

function weighted(word: string, weight: number): IndexedWord {
  return { word, weight };
}

function best(words: readonly IndexedWord[], spellings: readonly string[]): number {
  let top = 0;
  for (const typed of spellings)
    for (const { word, weight } of words) top = Math.max(top, match(word, typed) * weight);
  return top;
}

function match(word: string, typed: string): number {
  if (word === typed) return points.whole;
  // The nearer the word's end, the better: "bau" means "Bau" more than "Baumwolle".
  if (word.startsWith(typed)) return points.start + typed.length / word.length;
  if (typed.length < 4) return 0;
  if (hasOtherEnding(word, typed)) return points.otherEnding;
  if (startsWithTypo(word, typed)) return points.startWithTypo;
  return word.includes(typed) || isPartOf(typed, word) ? points.inside : 0;
}

/** Whether a compound that was typed begins or ends with the word, as "Autoschlosser" ends with "Schlosser". */
function isPartOf(compound: string, word: string): boolean {
  return word.length >= 5 && (compound.startsWith(word) || compound.endsWith(word));
}

/** Whether the two differ only in their endings, as in "cook" and "cooking" or "кухар" and "кухарем". */
function hasOtherEnding(word: string, typed: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  return at >= 4 && word.length - at <= 2 && typed.length - at <= 3;
}

/** Whether the word starts with what was typed, but for one letter too many, too few, wrong, or swapped. */
function startsWithTypo(word: string, typed: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = typed.slice(at + 1);
  return (
    word.startsWith(rest, at + 1) ||
    word.startsWith(rest, at) ||
    word.startsWith(typed.slice(at), at + 1) ||
    (typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2))
  );
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
