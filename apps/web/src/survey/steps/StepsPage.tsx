import {
  isDone,
  type NextSteps,
  nextSteps,
  type OfferedStep,
  tickOf,
} from '@kannwas/catalogue/steps/next-steps';
import { fill, loadStepWords, type StepWords, tellStep } from '@kannwas/catalogue/steps/words';
import type { Offer } from '@kannwas/schema/offers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { today, useOfPlace } from '../phone/of-place.ts';
import { siteOf, usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import { dayOf } from './day.ts';
import { OfferCard } from './OfferCard.tsx';
import sheet from './steps.module.css';

/** What the person could do next, each step with its reason and with what the place offers; to tick off and to print. */
export function StepsPage() {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const here = usePhone();
  const { kept, state } = useOfPlace('offers', siteOf(here)?.id);
  const words = useLoaded(useCallback(() => loadStepWords(language), [language]));
  const { answers } = here.folded;
  const back = addressOf(language, { at: here.response?.handedIn ? 'done' : 'check' });
  if (words.state !== 'loaded') {
    return (
      <Frame key="loading" place={{ at: 'steps' }} title={t(($) => $.common.opening)} back={back}>
        <ListTrouble loaded={words} />
      </Frame>
    );
  }
  const { texts } = words.value;
  // What has ended since it was read is left out.
  const offers = kept?.said.filter(({ until }) => until === null || until >= today()) ?? [];
  const { steps, more } = nextSteps(answers, { offers });
  const done = steps.filter((step) => isDone(answers, step)).length;
  return (
    <Frame place={{ at: 'steps' }} title={texts.heading} back={back} chapter="end">
      <h1 tabIndex={-1} className={styles.heading}>
        {texts.heading}
      </h1>
      <p>{texts.intro}</p>
      <p role="status" className={styles.thanks}>
        {fill(texts.count, { done: String(done), all: String(steps.length) })}
      </p>
      {state === 'old' && (
        <p className={styles.notice}>
          {kept ? fill(texts.loadedOn, { day: dayOf(kept.on) }) : texts.unloaded}
        </p>
      )}
      <Steps words={words.value} steps={steps} known={kept !== undefined} />
      <More words={words.value} more={more} />
      <p className={sheet.law}>{texts.noLaw}</p>
      <div className={styles.actions}>
        <button type="button" className={styles.go} onClick={() => print()}>
          <Picture of="controls/print" className={styles.icon} />
          {t(($) => $.common.print)}
        </button>
        <Link to={addressOf(language, { at: 'check' })} className={styles.other}>
          {texts.back}
        </Link>
      </div>
    </Frame>
  );
}

function Steps({ words, steps, known }: { words: StepWords; steps: NextSteps['steps']; known: boolean }) {
  // Who helps with several steps is described once; below, the name is enough.
  const firstAt = new Map<string, string>();
  for (const { code, offers } of steps)
    for (const { id } of offers) if (!firstAt.has(id)) firstAt.set(id, code);
  return (
    <ol className={sheet.steps}>
      {steps.map((step) => (
        <StepCard
          key={step.code}
          words={words}
          step={step}
          known={known}
          isTold={({ id }) => firstAt.get(id) !== step.code}
        />
      ))}
    </ol>
  );
}

type CardProps = { words: StepWords; step: OfferedStep; known: boolean; isTold: (offer: Offer) => boolean };

/** One step: its tick, why it is there, what the rules are, and who helps. */
function StepCard({ words, step, known, isTold }: CardProps) {
  const language = useLanguage();
  const { answers } = usePhone().folded;
  const { texts } = words;
  const { title, text, reasons, rules, inGermany, authority } = tellStep(words, step);
  const done = isDone(answers, step);
  const tick = () => void answer({ [tickOf(step)]: done ? null : 'done' }, language);
  const helps = step.kind !== 'certificate';
  return (
    <li className={`${sheet.step} ${done ? sheet.done : ''}`}>
      <label className={sheet.tick}>
        <input type="checkbox" checked={done} onChange={tick} />
        <strong>{title}</strong>
      </label>
      <ul className={sheet.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>{text}</p>
      {rules.map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
      <dl className={sheet.facts}>
        {step.kind === 'recognition' && inGermany.length > 0 && (
          <div>
            <dt>{texts.inGermany}</dt>
            <dd>
              {inGermany.map((name) => (
                <bdi key={name} lang="de" className={sheet.name}>
                  {name}
                </bdi>
              ))}
            </dd>
          </div>
        )}
        {authority && (
          <div>
            <dt>{texts.authority}</dt>
            <dd>{authority}</dd>
          </div>
        )}
      </dl>
      {step.offers.length > 0 && (
        <Offers heading={texts.offers} offers={step.offers} words={words} isTold={isTold} />
      )}
      {known && helps && step.offers.length === 0 && <p className={styles.hint}>{texts.noOffers}</p>}
    </li>
  );
}

function More({ words, more }: { words: StepWords; more: readonly Offer[] }) {
  if (more.length === 0) return null;
  return (
    <section className={sheet.more}>
      <h2>{words.texts.more}</h2>
      <ul className={sheet.offers}>
        {more.map((offer) => (
          <OfferCard key={offer.id} offer={offer} texts={words.texts} />
        ))}
      </ul>
    </section>
  );
}

type OffersProps = Pick<CardProps, 'words' | 'isTold'> & { heading: string; offers: readonly Offer[] };

function Offers({ heading, offers, words, isTold }: OffersProps) {
  return (
    <>
      <p className={sheet.subheading}>{heading}</p>
      <ul className={sheet.offers}>
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} texts={words.texts} told={isTold(offer)} />
        ))}
      </ul>
    </>
  );
}
