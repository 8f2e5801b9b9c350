import { readFileSync } from 'node:fs';
import { wordsOf } from '@kannwas/catalogue/fold';
import type { OccupationTexts } from '@kannwas/catalogue/occupations';
import { searchIndex, searchOccupations } from '@kannwas/catalogue/search';
import { texts } from '@kannwas/catalogue/texts';
import { type Language, languageCodes } from '@kannwas/schema/codes';
import { alternate, limit, metric, type Shown } from './rounds.ts';

const rounds = 5;
/** A cheap phone is so many times slower than this machine, as in the bench of pages. */
const slower = 6;
const atMost = 50;
/** One in so many of the texts is enough: edit distance takes its time in sixteen languages. */
const share = 10;

/** Every letter that somebody types looks once through all occupations, in every language. */
export async function occupationSearch(): Promise<Shown[]> {
  const inputs = await Promise.all(languageCodes.map(typedIn));
  const ours = inputs.map(({ known, typed }) => {
    const index = searchIndex(known);
    return () => typed.map((text) => timed(() => searchOccupations(index, text, 12)));
  });
  const plain = inputs.map(({ known, typed }) => {
    const words = Object.values(known).map((one) => [one.label, ...one.words].flatMap(wordsOf));
    return () => typed.map((text) => timed(() => words.map((each) => nearest(each, wordsOf(text)))));
  });
  const figures = await alternate(
    rounds,
    async () => p95(ours.flatMap((run) => run())),
    async () => p95(plain.flatMap((run) => run())),
  );
  const name = 'occupation-search';
  const phone = figures.ours.map((figure) => figure * slower);
  const about = { unit: 'ms', better: 'less' } as const;
  return [
    metric({ name, reference: 'edit distance to every word', target: 0.5, ...about }, figures),
    limit({ name: `${name}-phone`, reference: 'limit', target: 1, ...about }, phone, atMost),
  ];
}

/** What people say in a language, as it stands in the box after each letter from the second on. */
async function typedIn(language: Language): Promise<{ known: OccupationTexts; typed: string[] }> {
  const file = new URL(`../../packages/catalogue/src/languages/${language}/recall.json`, import.meta.url);
  const said = Object.keys(JSON.parse(readFileSync(file, 'utf8')));
  const typed = said.flatMap((text) =>
    Array.from({ length: text.length - 1 }, (_, cut) => text.slice(0, cut + 2)),
  );
  const { default: known } = await texts[language].occupations();
  return { known, typed: typed.filter((_, place) => place % share === 0) };
}

/** The plain way: how far is the nearest word from each that was typed? */
function nearest(words: readonly string[], typed: readonly string[]): number {
  return typed.reduce((sum, text) => sum + Math.min(...words.map((word) => distance(text, word))), 0);
}

/** Edit distance after Wagner and Fischer. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const swapped = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function p95(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * 0.95)] ?? Number.NaN;
}
