import { useEffect } from 'react';
import { placeOf, usePath } from './address.ts';
import { useSecond } from './beside/second.ts';
import { Guarded } from './device/Guarded.tsx';
import { useLanguage } from './frame/use-language.ts';
import { prepare } from './lists/prepare.ts';
import { behindThePage } from './offline/start-anew.ts';
import { LaterPage } from './pages/LaterPage.tsx';
import { LostPage } from './pages/LostPage.tsx';
import { VisitPage } from './pages/VisitPage.tsx';
import { WelcomePage } from './pages/WelcomePage.tsx';
import { siteOf, usePhone } from './phone/phone.ts';
import { RestPage } from './rest/RestPage.tsx';
import { useSound } from './sound/use-sound.ts';

/** The survey: the page follows from the address. */
export function Survey({ path }: { path: string }) {
  return (
    <>
      <Place path={path} />
      <Guarded />
    </>
  );
}

function Place({ path }: { path: string }) {
  const place = placeOf(usePath(path));
  const here = usePhone();
  useSound(siteOf(here)?.id, useLanguage());
  const started = here.response?.started && here.sending === 'idle';
  useEffect(() => {
    if (!started) return;
    behindThePage(() => import('./voice/send-recordings.ts'))
      .then(({ sendRecordings }) => sendRecordings())
      .catch(() => undefined);
  }, [started]);
  const { language: second } = useSecond();
  useEffect(() => second && prepare(second), [second]);
  // Answers can only be sent when it is known to which place they belong.
  const homeless =
    here.sites.length > 1 && !siteOf(here) && (place.at === 'question' || place.at === 'check');
  if (homeless) return <RestPage place={{ at: 'site' }}>{({ SitePage }) => <SitePage />}</RestPage>;
  switch (place.at) {
    case 'welcome':
      return <WelcomePage />;
    case 'question':
      return <VisitPage key={`${place.page}/${place.entry}`} pageId={place.page} entry={place.entry} />;
    case 'check':
      return <RestPage place={place}>{({ CheckPage }) => <CheckPage />}</RestPage>;
    case 'done':
      return <RestPage place={place}>{({ DonePage }) => <DonePage />}</RestPage>;
    case 'my-code':
      return <RestPage place={place}>{({ MyCodePage }) => <MyCodePage />}</RestPage>;
    case 'code':
      return <RestPage place={place}>{({ EnterCodePage }) => <EnterCodePage />}</RestPage>;
    case 'site':
      return <RestPage place={place}>{({ SitePage }) => <SitePage />}</RestPage>;
    case 'steps':
    case 'answers':
    case 'privacy':
    case 'accessibility':
    case 'passport':
    case 'my-data':
    case 'erase':
    case 'phone':
    case 'take':
    case 'file':
      return <LaterPage key={place.at} at={place.at} />;
    case 'lost':
      return <LostPage />;
  }
}
