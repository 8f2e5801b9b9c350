import type { TrustTexts } from '@kannwas/catalogue/texts';
import type { Contact } from '@kannwas/schema/notices';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfPlace } from '../phone/of-place.ts';
import { siteOf, usePhone } from '../phone/phone.ts';
import { ContactBlock } from './ContactBlock.tsx';
import { SiteChoice } from './SiteChoice.tsx';
import sheet from './trust.module.css';

const purposes = [
  'consentResult',
  'consentCounselling',
  'consentPool',
  'consentStatistics',
  'consentContact',
] as const;
const rights = ['see', 'correct', 'erase', 'limit', 'take', 'withdraw'] as const;

/** The privacy notice of a site, Art. 13 GDPR, in plain words. What the site has not said is asked of the advice team. */
export function Privacy({ texts }: { texts: TrustTexts }) {
  const { t } = useTranslation('survey');
  const { privacy } = texts;
  const site = siteOf(usePhone());
  const { kept } = useOfPlace('notice', site?.id);
  const { responsible, officer, processors = [], authority } = kept?.said ?? {};
  const whom = (contact: Contact | undefined) =>
    contact ? <ContactBlock contact={contact} /> : <p>{privacy.unnamed}</p>;
  return (
    <>
      <p>{privacy.lead}</p>
      {!site && <SiteChoice />}
      <Part heading={privacy.responsible}>{whom(responsible)}</Part>
      <Part heading={privacy.officer}>{whom(officer)}</Part>
      <Part heading={privacy.what.heading}>
        <p>{privacy.what.text}</p>
      </Part>
      <Part heading={privacy.why.heading}>
        <p>{privacy.why.text}</p>
        <ul className={sheet.points}>
          {purposes.map((purpose) => (
            <li key={purpose}>{t(($) => $.questions[purpose].label)}</li>
          ))}
        </ul>
      </Part>
      <Part heading={privacy.law.heading}>
        <p>{privacy.law.text}</p>
      </Part>
      <Part heading={privacy.must.heading}>
        <p>{privacy.must.text}</p>
      </Part>
      <Part heading={privacy.who.heading}>
        <p>{privacy.who.advice}</p>
        <p>{privacy.who.employers}</p>
        {processors.length > 0 && <p>{privacy.who.helpers}</p>}
        {processors.map((contact) => (
          <ContactBlock key={contact.name} contact={contact} />
        ))}
      </Part>
      <Part heading={privacy.long.heading}>
        <p>{privacy.long.text}</p>
        <p>{privacy.long.copies}</p>
      </Part>
      <Part heading={privacy.rights.heading}>
        <ul className={sheet.points}>
          {rights.map((right) => (
            <li key={right}>{privacy.rights[right]}</li>
          ))}
        </ul>
        <p>{privacy.rights.how}</p>
      </Part>
      <Part heading={privacy.phone.heading}>
        <p>{privacy.phone.text}</p>
      </Part>
      <Part heading={privacy.complaint.heading}>
        <p>{privacy.complaint.text}</p>
        {whom(authority)}
      </Part>
    </>
  );
}

export function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className={sheet.part}>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
