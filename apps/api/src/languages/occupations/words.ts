import { fold } from '@kannwas/catalogue/fold';

/** A label of an occupation, and the unit group of ISCO-08 that the occupation belongs to. */
export type GroupLabel = { unitGroup: string; text: string };
/** Words by unit group, with spaces between them. */
export type GroupWords = Record<string, string>;

/** A word of more groups than these tells none from the other: "operator", "manager", "Fachkraft". */
const mostGroups = 12;
/** Of one unit group, so that none that is cut finely pushes the others out. */
const mostOfGroup = 60;

/**
 * The words of many labels that lead to few unit groups, each once: what a search finds beyond the everyday words of our
 * own catalogue. Where two differ in their endings only, the shorter stays, since a search forgives endings.
 */
export function groupWords(labels: Iterable<GroupLabel>, most = mostOfGroup): GroupWords {
  const groups = new Map<string, Map<string, string>>();
  for (const { unitGroup, text } of labels) {
    const words = groups.get(unitGroup) ?? new Map<string, string>();
    groups.set(unitGroup, words);
    for (const word of text.toLowerCase().split(/[^\p{L}\p{M}\p{Cf}]+/u)) {
      const folded = fold(word);
      if (folded.length > 2 && !words.has(folded)) words.set(folded, word);
    }
  }
  const spread = Map.groupBy(
    [...groups.values()].flatMap((words) => [...words.keys()]),
    (folded) => folded,
  );
  const chosen = [...groups].map(([unitGroup, words]) => {
    const rare = [...words].filter(([folded]) => (spread.get(folded)?.length ?? 0) <= mostGroups);
    return [unitGroup, withoutEndings(rare).slice(0, most).join(' ')] as const;
  });
  return Object.fromEntries(chosen.filter(([, words]) => words !== '').toSorted());
}

function withoutEndings(words: readonly (readonly [folded: string, word: string])[]): string[] {
  const kept = new Set(words.map(([folded]) => folded));
  const hasShorter = (folded: string) =>
    [1, 2, 3].some((letters) => folded.length - letters >= 4 && kept.has(folded.slice(0, -letters)));
  return words.filter(([folded]) => !hasShorter(folded)).map(([, word]) => word);
}
