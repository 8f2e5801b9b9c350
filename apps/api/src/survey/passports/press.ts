import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Pair, Paper, Section } from './paper.ts';

const { resolve } = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('.', import.meta.url));

/** Beside the scripts of our languages those in which the schools of other countries are named; each in its weights. */
const typefaces: Readonly<Record<string, readonly string[]>> = {
  'noto-sans/NotoSans': ['400Regular', '700Bold'],
  'vazirmatn/Vazirmatn': ['400Regular', '700Bold'],
  'noto-sans-ethiopic/NotoSansEthiopic': ['400Regular', '700Bold'],
  'noto-sans-armenian/NotoSansArmenian': ['400Regular'],
  'noto-sans-georgian/NotoSansGeorgian': ['400Regular'],
  'noto-sans-bengali/NotoSansBengali': ['400Regular'],
  'noto-sans-devanagari/NotoSansDevanagari': ['400Regular'],
};

const longSize = 9.5;
/**
 * In points, from comfortable to small, but not smaller than a leaflet in a box of pills; each up to so many letters, by
 * which most papers fit at the first try.
 */
const shortSizes = [
  { size: 10.5, most: 1400 },
  { size: 9.5, most: 2300 },
  { size: 8.75, most: 2600 },
  { size: 8, most: 3200 },
  { size: 7.25, most: Number.POSITIVE_INFINITY },
] as const;
const smallest = 7.25;

let press: NodeCompiler | undefined;
const template = readFileSync(`${folder}passport.typ`, 'utf8');

/** The compiler with its typefaces, which takes a moment; from then on it is there. */
function open(): NodeCompiler {
  const fontBlobs = Object.entries(typefaces).flatMap(([face, weights]) => {
    const [family = '', file = ''] = face.split('/');
    return weights.map((weight) =>
      readFileSync(resolve(`@expo-google-fonts/${family}/${weight}/${file}_${weight}.ttf`)),
    );
  });
  return NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
}

/**
 * Prints a paper as PDF: A4, tagged for screen readers (PDF/UA-1), the short form on one page.
 * @throws Error when the template is wrong
 */
export function print(paper: Paper): Uint8Array {
  press ??= open();
  const document = paper.form === 'short' ? onOnePage(press, paper) : set(press, paper, longSize);
  try {
    return press.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    // A letter for which there is no typeface (somebody wrote in Thai) has no place in PDF/UA; the paper is still tagged.
    return press.pdf(document);
  } finally {
    // What was set is somebody's: it does not stay in the memory of the compiler.
    press.evictCache(0);
  }
}

/** Smaller letters first; then what an employer misses least stays away, and the paper says so. */
function onOnePage(compiler: NodeCompiler, paper: Paper): NodeTypstDocument {
  const letters = lettersOf(paper);
  for (const { size } of shortSizes.filter(({ most }) => letters <= most)) {
    const document = set(compiler, paper, size);
    if (document.numOfPages === 1) return document;
  }
  for (let left = paper; ; ) {
    const fewer = withFewer(left);
    const document = set(compiler, { ...fewer, notes: [paper.more, ...fewer.notes] }, smallest);
    if (document.numOfPages === 1 || fewer === left) return document;
    left = fewer;
  }
}

/** About how much room a paper takes: its letters in the longer language, and the ends of its lines. */
function lettersOf({ sections }: Paper): number {
  const longest = (pair: Pair = []) => Math.max(0, ...pair.map(({ text }) => text.length));
  const lines = sections.flatMap(({ parts }) => parts.flatMap((part) => part.lines));
  return lines.reduce(
    (sum, { label, text }) => sum + longest(label) + longest(text) + 20,
    sections.length * 80,
  );
}

/** Without the line that can be spared most; the same paper when none can. */
function withFewer(paper: Paper): Paper {
  const lines = paper.sections.flatMap(({ parts }) => parts.flatMap((part) => part.lines));
  const most = Math.max(...lines.map(({ spare = 0 }) => spare));
  // Of equals the last goes first; what may not be spared is more than a page for nobody but who lists fifty trainings.
  const goes = lines.findLast(({ spare = 0 }) => spare === most);
  const keep = (section: Section): Section => ({
    ...section,
    parts: section.parts.map((part) => ({ ...part, lines: part.lines.filter((line) => line !== goes) })),
  });
  if (lines.length <= 1) return paper;
  const sections = paper.sections
    .map(keep)
    .filter(({ parts }) => parts.some(({ lines: left }) => left.length > 0));
  return { ...paper, sections };
}

function set(compiler: NodeCompiler, { more: _, ...paper }: Paper, size: number): NodeTypstDocument {
  const inputs = { paper: JSON.stringify(paper), size: String(size) };
  const set = compiler.compile({ mainFileContent: template, inputs });
  const document = set.result;
  // The diagnostics may hold what somebody said, so they are not part of the message.
  if (!document) throw new Error('The template of the passport does not compile.');
  return document;
}
