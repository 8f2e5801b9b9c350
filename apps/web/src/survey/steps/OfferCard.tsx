import type { StepTexts } from '@kannwas/catalogue/steps/step';
import { fill } from '@kannwas/catalogue/steps/words';
import type { Language } from '@kannwas/schema/codes';
import type { Offer, OfferText } from '@kannwas/schema/offers';
import type { ReactNode } from 'react';
import { writtenIn } from '../../ui/writing.ts';
import { useLanguage } from '../frame/use-language.ts';
import { dayOf } from './day.ts';
import sheet from './steps.module.css';

type Props = { offer: Offer; texts: StepTexts; told?: boolean };

/** An offer in the language of the page, or in German, which then says so; one that was told already by its name. */
export function OfferCard({ offer, texts, told = false }: Props) {
  const language = useLanguage();
  const { said, words } = wordsIn(offer, language);
  if (!words) return null;
  const written = writtenIn(said);
  if (told) {
    return (
      <li>
        <bdi {...written}>{words.name}</bdi>
      </li>
    );
  }
  const { where, phone, link, from, until, levels } = offer;
  const later = from > new Date().toISOString().slice(0, 10);
  return (
    <li className={sheet.offer}>
      <strong {...written}>{words.name}</strong>
      {levels.length > 0 && <p>{fill(texts.level, { level: levels.join(', ') })}</p>}
      {said !== language && !(language === 'de-easy' && said === 'de') && (
        <p className={sheet.note}>{texts.german}</p>
      )}
      <dl className={sheet.facts}>
        {words.whom && (
          <Fact name={texts.whom} {...written}>
            {words.whom}
          </Fact>
        )}
        {words.when && (
          <Fact name={texts.when} {...written}>
            {words.when}
          </Fact>
        )}
        {where && (
          <Fact name={texts.where} {...writtenIn('de')}>
            {where}
          </Fact>
        )}
        {phone && (
          <Fact name={texts.phone} dir="ltr">
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
          </Fact>
        )}
        {link && (
          <Fact name={texts.link} dir="ltr">
            <a href={link} rel="noreferrer" target="_blank">
              {link.replace(/^https:\/\//, '')}
            </a>
          </Fact>
        )}
      </dl>
      {later && <p>{fill(texts.begins, { day: dayOf(from) })}</p>}
      {until !== null && <p>{fill(texts.ends, { day: dayOf(until) })}</p>}
    </li>
  );
}

type FactProps = { name: string; lang?: string; dir: 'ltr' | 'rtl'; children: ReactNode };

function Fact({ name, children, ...written }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi {...written}>{children}</bdi>
      </dd>
    </div>
  );
}

function wordsIn({ texts }: Offer, language: Language): { said: Language; words: OfferText | undefined } {
  const own = texts[language];
  return own ? { said: language, words: own } : { said: 'de', words: texts.de };
}
