import { occupations } from '@kannwas/catalogue/occupations';
import { texts } from '@kannwas/catalogue/texts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Words } from '../said/words.ts';
import { Picker } from './Picker.tsx';

type Props = {
  label: string;
  wrong: string | undefined;
  chosen: readonly string[];
  onChoose: (codes: string[]) => void;
  words: Words;
};

const occupationsQuery = (language: Words['language']) =>
  queryOptions({
    queryKey: ['names', 'occupations', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await texts[language].occupations()).default,
  });

/** An occupation by any everyday word for it; what is kept is its ISCO-08 unit group. */
export function OccupationPicker({ words, ...picker }: Props) {
  const { data } = useSuspenseQuery(occupationsQuery(words.language));
  // Several everyday words lead to the same unit group; each group stands in the list once, found by all of them.
  const byGroup = Map.groupBy(occupations, ({ isco }) => isco);
  const options = [...byGroup].map(([isco, members]) => {
    const everyday = members.flatMap(({ id }) => [data[id].label, ...data[id].words]);
    return [isco, words.names.occupation(isco), everyday.join(' ')] as const;
  });
  return (
    <Picker {...picker} options={options.toSorted((a, b) => a[1].localeCompare(b[1], words.language))} />
  );
}
