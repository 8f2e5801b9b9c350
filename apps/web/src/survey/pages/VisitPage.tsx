import { findVisit } from '@kannwas/schema/survey/journey';
import type { PageId } from '@kannwas/schema/survey/pages';
import { ListPage } from './ListPage.tsx';
import { LostPage } from './LostPage.tsx';
import { QuestionPage } from './QuestionPage.tsx';

/** A page of the journey: questions, or the list of what there are several of. */
export function VisitPage({ pageId, entry }: { pageId: PageId; entry: string | undefined }) {
  const visit = findVisit(pageId, entry);
  if (!visit) return <LostPage />;
  return visit.page.lists ? (
    <ListPage visit={visit} group={visit.page.lists} />
  ) : (
    <QuestionPage visit={visit} />
  );
}
