import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { Frame } from '../frame/Frame.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';

/** Pages that come after the survey or beside it; nobody waits for them before the first question. */
const later = {
  steps: async () => (await import('../steps/StepsPage.tsx')).StepsPage,
  answers: async () => (await import('../trust/TrustPages.tsx')).AnswersPage,
  privacy: async () => (await import('../trust/TrustPages.tsx')).PrivacyPage,
  accessibility: async () => (await import('../trust/TrustPages.tsx')).AccessibilityPage,
} satisfies Record<string, () => Promise<ComponentType>>;

export function LaterPage({ at }: { at: keyof typeof later }) {
  const { t } = useTranslation('common');
  const loaded = useLoaded(later[at]);
  if (loaded.state === 'loaded') return <loaded.value />;
  return (
    <Frame place={{ at }} title={t(($) => $.opening)}>
      <ListTrouble loaded={loaded} />
    </Frame>
  );
}
