import { fill } from '@kannwas/catalogue/steps/words';
import type { TrustTexts } from '@kannwas/catalogue/texts';
import { useOfPlace } from '../phone/of-place.ts';
import { siteOf, usePhone } from '../phone/phone.ts';
import { dayOf } from '../steps/day.ts';
import { ContactBlock } from './ContactBlock.tsx';
import { Part } from './Privacy.tsx';
import { SiteChoice } from './SiteChoice.tsx';
import sheet from './trust.module.css';

const gaps = ['sign', 'translated', 'sound'] as const;

/** The statement of a site by § 7 BITV 2.0 and the model of Decision (EU) 2018/1523, in plain words. */
export function Accessibility({ texts }: { texts: TrustTexts }) {
  const { accessibility, privacy } = texts;
  const site = siteOf(usePhone());
  const { kept } = useOfPlace('notice', site?.id);
  const { accessibility: contact, enforcement, assessedOn } = kept?.said ?? {};
  return (
    <>
      <p>{fill(accessibility.lead, { site: site ? `\u2068${site.name}\u2069` : 'Kannwas' })}</p>
      {!site && <SiteChoice />}
      <Part heading={accessibility.state.heading}>
        <p>{accessibility.state.text}</p>
      </Part>
      <Part heading={accessibility.gaps.heading}>
        <ul className={sheet.points}>
          {gaps.map((gap) => (
            <li key={gap}>{accessibility.gaps[gap]}</li>
          ))}
        </ul>
      </Part>
      <Part heading={accessibility.tested.heading}>
        <p>{accessibility.tested.text}</p>
        {assessedOn && <p>{fill(accessibility.tested.on, { day: dayOf(assessedOn) })}</p>}
      </Part>
      <Part heading={accessibility.contact.heading}>
        <p>{accessibility.contact.text}</p>
        {contact ? <ContactBlock contact={contact} /> : <p>{privacy.unnamed}</p>}
      </Part>
      <Part heading={accessibility.enforcement.heading}>
        <p>{accessibility.enforcement.text}</p>
        {enforcement ? <ContactBlock contact={enforcement} /> : <p>{privacy.unnamed}</p>}
      </Part>
    </>
  );
}
