import type { Visit } from '@kannwas/schema/survey/journey';
import type { Group } from '@kannwas/schema/survey/page';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';

/** Heading and introduction of a page with several questions; undefined when the question is the heading. */
export function usePageWording({ page, entry }: Visit): { heading: string; intro?: string } | undefined {
  const { t, i18n } = useTranslation('survey');
  const name = useEntryName(page.about, entry);
  const language = useLanguage();
  if (!i18n.getResource(language, 'survey', `pages.${page.id}`)) return undefined;
  // Placeholders of headings that are about one thing carry the name of that thing.
  return t(($) => $.pages[page.id as keyof typeof $.pages], {
    returnObjects: true,
    language: name,
    task: name,
  });
}

/** What a language or a piece of work is called; a code until its name is there. */
export function useEntryName(group: Group | undefined, entry: string | undefined): string {
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => {
      if (entry === undefined) return '';
      if (group === 'language') {
        const { loadNamed } = await import('./named.ts');
        return (await loadNamed('language', language)).list.find(({ code }) => code === entry)?.name ?? entry;
      }
      if (group !== 'task') return '';
      const { loadTasks } = await import('./tasks.ts');
      return (await loadTasks(language)).textOf(entry);
    }, [group, entry, language]),
  );
  return loaded.state === 'loaded' ? loaded.value : '…';
}
