import type { Contact } from '@kannwas/schema/notices';
import sheet from './trust.module.css';

/** Who can be written to. Names and addresses are German: this is what stands on an envelope. */
export function ContactBlock({ contact }: { contact: Contact }) {
  const { name, address, phone, email, link } = contact;
  return (
    <address className={sheet.contact}>
      <bdi lang="de" dir="ltr">
        <strong>{name}</strong>
      </bdi>
      {address && (
        <bdi lang="de" dir="ltr">
          {address}
        </bdi>
      )}
      {phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
      {email && <a href={`mailto:${email}`}>{email}</a>}
      {link && (
        <a href={link} rel="noreferrer">
          {link.replace(/^https:\/\//, '')}
        </a>
      )}
    </address>
  );
}
