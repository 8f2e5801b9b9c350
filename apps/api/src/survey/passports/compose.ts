import type { Language } from '@kannwas/schema/codes';
import type { Site } from '@kannwas/schema/sites';
import type { AnswerEvent } from '@kannwas/schema/survey/events';
import type { PassportForm } from '@kannwas/schema/survey/passports';
import { renderSVG } from 'uqr';
import { isoDay } from '../../days.ts';
import { filled } from './isolated.ts';
import { longForm } from './long.ts';
import { type Paper, type Speaker, say } from './paper.ts';
import { shortForm } from './short.ts';
import { toldIn } from './statements.ts';
import { wordsIn } from './words.ts';

export type Composing = {
  site: Pick<Site, 'name' | 'districts'>;
  events: readonly AnswerEvent[];
  form: PassportForm;
  language: Language;
  issuedAt: Date;
  /** Where whoever holds the paper can check it. */
  url: string;
};

/** Puts a paper together from what was said, in the person's language and in German. */
export async function composePaper({
  site,
  events,
  form,
  language,
  issuedAt,
  url,
}: Composing): Promise<Paper> {
  const own = await wordsIn(language);
  const words = language === 'de' ? [own] : [own, await wordsIn('de')];
  const speaker: Speaker = { words, districts: site.districts };
  const told = toldIn(events);
  const [year = 0, month = 0, day = 0] = isoDay(issuedAt).split('-').map(Number);
  return {
    form,
    site: site.name,
    title: say(speaker, ({ paper }) => paper.title),
    subtitle: say(speaker, ({ paper }) => paper[form]),
    made: say(speaker, ({ paper, day: dayOf }) => filled(paper.madeOn, { date: dayOf(issuedAt) })),
    sections: form === 'short' ? shortForm(speaker, told) : longForm(speaker, told),
    more: say(speaker, ({ paper }) => paper.more),
    notes: [
      say(speaker, ({ paper }) => `${paper.is} ${paper.isNot}`),
      say(speaker, ({ paper }) =>
        form === 'short'
          ? paper.unmarked
          : filled(paper.levels, { own: paper.own, conversation: paper.conversation }),
      ),
    ],
    check: {
      text: say(speaker, ({ paper }) => paper.check),
      url,
      code: renderSVG(url, { ecc: 'M', border: 2 }),
      alt: own.paper.code,
    },
    page: own.paper.page,
    on: { year, month, day },
  };
}
