import './ui/tokens.css';
import './ui/base.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { markDocument, speak } from './app/texts.ts';
import { languageOf } from './survey/address.ts';
import { recall } from './survey/beside/second.ts';
import { stayAway } from './survey/device/leave.ts';
import { prepare } from './survey/lists/prepare.ts';
import { keepLater } from './survey/offline/keep-later.ts';
import { watchForLostParts } from './survey/offline/start-anew.ts';
import { wakeUp } from './survey/phone/response.ts';
import { Survey } from './survey/Survey.tsx';
import { dress } from './ui/dress.ts';

stayAway();
watchForLostParts();
const page = document.querySelector<HTMLElement>('#page');
if (!page) throw new Error('survey.html has no #page');

const path = location.pathname;
const language = languageOf(path);
const awake = wakeUp();
await speak(language);
if (page.dataset.path === path) {
  // Written at build time: the page stands already and only comes to life.
  hydrateRoot(page, <Survey path={path} />);
} else {
  await awake;
  markDocument(language);
  page.replaceChildren();
  createRoot(page).render(<Survey path={path} />);
}
dress(language);
recall();
prepare(language);
keepLater(language);
