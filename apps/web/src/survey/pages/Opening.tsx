import { useTranslation } from 'react-i18next';
import type { Loaded } from '../../ui/use-loaded.ts';
import type { Place } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';

/** In the place of a page that is not here yet: a moment's patience, or a way to try again. */
export function Opening({ place, loaded }: { place: Place; loaded: Loaded<unknown> }) {
  const { t } = useTranslation('common');
  const title = t(($) => $.opening);
  return (
    <Frame place={place} title={title}>
      <h1 tabIndex={-1}>{title}</h1>
      <ListTrouble loaded={loaded} />
    </Frame>
  );
}
