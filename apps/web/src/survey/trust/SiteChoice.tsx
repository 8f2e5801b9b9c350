import { usePhone } from '../phone/phone.ts';
import { chooseSite } from '../phone/response.ts';
import sheet from './trust.module.css';

/** Where an instance serves several places, each has its own people to ask. */
export function SiteChoice() {
  const { sites } = usePhone();
  return (
    <ul className={sheet.links}>
      {sites.map(({ id, name }) => (
        <li key={id}>
          <button type="button" className={sheet.choice} onClick={() => void chooseSite(id)}>
            <bdi lang="de">{name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
