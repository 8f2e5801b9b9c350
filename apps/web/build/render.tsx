import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { speak } from '../src/app/texts.ts';
import { placeOf } from '../src/survey/address.ts';
import { MethodPage } from '../src/survey/method/MethodPage.tsx';
import { speakMethod } from '../src/survey/method/texts.ts';
import { PaperCheck } from '../src/survey/passport/PaperCheck.tsx';
import { readRoom } from '../src/survey/rooms.ts';
import { Survey } from '../src/survey/Survey.tsx';

type Written = { title: string; html: string };

/** Writes a page of the survey as HTML, as it looks on a phone that has kept nothing yet. */
export async function render(language: Language, path: string): Promise<Written> {
  await speak(language);
  const say = i18next.getFixedT(language, 'survey');
  const heading =
    placeOf(path).at === 'welcome'
      ? say(($) => $.welcome.heading)
      : say(($) => $.questions.accompaniment.label);
  const html = renderToString(<Survey path={path} />);
  return { title: `${heading} – Kannwas`, html };
}

/** Writes the method page as HTML; it has no script that could change it. */
export async function renderMethod(language: Language): Promise<Written> {
  await speakMethod(language);
  const heading = i18next.getFixedT(language, 'method')(($) => $.heading);
  return { title: `${heading} – Kannwas`, html: renderToString(<MethodPage />) };
}

/** Writes the page that checks a paper as HTML; what it says of one, the server decides. */
export async function renderPaperCheck(language: Language): Promise<Written> {
  await speakMethod(language);
  await readRoom('passport', language);
  const heading = i18next.getFixedT(language, 'passport')(($) => $.check.heading);
  return { title: `${heading} – Kannwas`, html: renderToString(<PaperCheck />) };
}
