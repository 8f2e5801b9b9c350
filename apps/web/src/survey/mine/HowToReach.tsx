import { Contact, contactEndpoints } from '@kannwas/schema/survey/contact';
import { said } from '@kannwas/schema/survey/questions';
import { type FormEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { westernDigits } from '../form/given.ts';
import pages from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { ErrorText } from '../parts/ErrorText.tsx';
import inputs from '../parts/inputs.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import type { KeptResponse } from '../phone/kept.ts';
import { usePhone } from '../phone/phone.ts';
import { troubleOf } from '../phone/response.ts';
import { send } from '../phone/send.ts';
import { useWording } from '../texts.ts';

/** How the advice team may reach the person: only with the consent to it, and never among the answers. */
export function HowToReach({ response }: { response: KeptResponse }) {
  const { t } = useTranslation('mine');
  const { folded } = usePhone();
  const { label } = useWording()('consentContact');
  const allowed = said(folded.answers, 'consentContact')?.given;
  return (
    <section className={papers.chapter} aria-labelledby="mine-contact">
      <h2 id="mine-contact" tabIndex={-1}>
        {t(($) => $.contact.heading)}
      </h2>
      <p className={pages.hint}>{t(($) => $.contact.hint)}</p>
      {allowed ? <Known response={response} /> : <p>{t(($) => $.contact.first, { purpose: label })}</p>}
    </section>
  );
}

const nothing: Contact = { name: null, phone: null, email: null };

/** What is known already is fetched; it is never kept on the phone, which others may use. */
function Known({ response: { siteId, responseId, code, started } }: { response: KeptResponse }) {
  const known = useLoaded(
    useCallback(async () => {
      if (!siteId || !started) return nothing;
      const { contact } = await call(contactEndpoints.own, { params: { siteId, responseId }, code });
      return contact ?? nothing;
    }, [siteId, started, responseId, code]),
  );
  if (known.state !== 'loaded') return <ListTrouble loaded={known} />;
  const params = { siteId: siteId ?? '', responseId };
  return (
    <Fields known={known.value} onSave={(body) => call(contactEndpoints.keep, { params, code, body })} />
  );
}

const lines = [
  { name: 'name', type: 'text', autoComplete: 'name' },
  { name: 'phone', type: 'tel', autoComplete: 'tel' },
  { name: 'email', type: 'email', autoComplete: 'email' },
] as const;
type Name = (typeof lines)[number]['name'];

function Fields({ known, onSave }: { known: Contact; onSave: (contact: Contact) => Promise<unknown> }) {
  const { t } = useTranslation(['mine', 'problems']);
  const [typed, type] = useState(known);
  const [wrong, setWrong] = useState<readonly Name[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [saved, setSaved] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    setTrouble(undefined);
    const checked = Contact.safeParse({ ...typed, phone: typed.phone && westernDigits(typed.phone) });
    const refused = checked.error?.issues.map(({ path }) => path[0]) ?? [];
    const names = lines.map(({ name }) => name).filter((name) => refused.includes(name));
    setWrong(names);
    if (!checked.data) {
      document.getElementById(`contact-${names[0]}`)?.focus();
      return;
    }
    try {
      // The consent may still wait on this phone.
      await send();
      await onSave(checked.data);
      setSaved(true);
    } catch (error) {
      const code = troubleOf(error);
      setTrouble(code === 'unreachable' ? t(($) => $.contact.network) : t(($) => $.problems[code]));
    }
  };
  return (
    <form method="dialog" noValidate className={inputs.fieldset} onSubmit={(event) => void save(event)}>
      {lines.map(({ name, ...field }) => (
        <div key={name}>
          <label htmlFor={`contact-${name}`} className={inputs.label}>
            {t(($) => $.contact[name])}
          </label>
          <input
            id={`contact-${name}`}
            {...field}
            dir={name === 'name' ? 'auto' : 'ltr'}
            className={inputs.box}
            aria-invalid={wrong.includes(name)}
            aria-describedby={wrong.includes(name) ? `contact-${name}-error` : undefined}
            value={typed[name] ?? ''}
            onChange={({ currentTarget }) => type({ ...typed, [name]: currentTarget.value || null })}
          />
          {wrong.includes(name) && name !== 'name' && (
            <ErrorText id={`contact-${name}-error`}>
              {name === 'phone' ? t(($) => $.contact.wrongPhone) : t(($) => $.contact.wrongEmail)}
            </ErrorText>
          )}
        </div>
      ))}
      <div role="alert">{trouble && <ErrorText id="contact-trouble">{trouble}</ErrorText>}</div>
      <p role="status">{saved && t(($) => $.contact.saved)}</p>
      <button type="submit" className={pages.other}>
        {t(($) => $.contact.save)}
      </button>
    </form>
  );
}
