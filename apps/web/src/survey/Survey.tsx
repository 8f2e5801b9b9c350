import { useEffect } from 'react';
import { placeOf, usePath } from './address.ts';
import { useSecond } from './beside/second.ts';
import { Guarded } from './device/Guarded.tsx';
import { useLanguage } from './frame/use-language.ts';
import { prepare } from './lists/prepare.ts';
import { CheckPage } from './pages/CheckPage.tsx';
import { DonePage } from './pages/DonePage.tsx';
import { EnterCodePage } from './pages/EnterCodePage.tsx';
import { LaterPage } from './pages/LaterPage.tsx';
import { LostPage } from './pages/LostPage.tsx';
import { MyCodePage } from './pages/MyCodePage.tsx';
import { SitePage } from './pages/SitePage.tsx';
import { VisitPage } from './pages/VisitPage.tsx';
import { WelcomePage } from './pages/WelcomePage.tsx';
import { siteOf, usePhone } from './phone/phone.ts';
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
    import('./voice/send-recordings.ts')
      .then(({ sendRecordings }) => sendRecordings())
      .catch(() => undefined);
  }, [started]);
  const { language: second } = useSecond();
  useEffect(() => second && prepare(second), [second]);
  // Answers can only be sent when it is known to which place they belong.
  const homeless =
    here.sites.length > 1 && !siteOf(here) && (place.at === 'question' || place.at === 'check');
  if (homeless) return <SitePage />;
  switch (place.at) {
    case 'welcome':
      return <WelcomePage />;
    case 'question':
      return <VisitPage key={`${place.page}/${place.entry}`} pageId={place.page} entry={place.entry} />;
    case 'check':
      return <CheckPage />;
    case 'done':
      return <DonePage />;
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
    case 'my-code':
      return <MyCodePage />;
    case 'code':
      return <EnterCodePage />;
    case 'site':
      return <SitePage />;
    case 'lost':
      return <LostPage />;
  }
}
