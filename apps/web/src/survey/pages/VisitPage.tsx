import { findVisit } from '@kannwas/schema/survey/journey';
import type { PageId } from '@kannwas/schema/survey/pages';
import { placeOfVisit } from '../address.ts';
import { RestPage } from '../rest/RestPage.tsx';
import { LostPage } from './LostPage.tsx';
import { QuestionPage } from './QuestionPage.tsx';

/** A page of the journey: questions, or the list of what there are several of. */
export function VisitPage({ pageId, entry }: { pageId: PageId; entry: string | undefined }) {
  const visit = findVisit(pageId, entry);
  if (!visit) return <LostPage />;
  const { lists } = visit.page;
  if (!lists) return <QuestionPage visit={visit} />;
  return (
    <RestPage place={placeOfVisit(visit)}>
      {({ ListPage }) => <ListPage visit={visit} group={lists} />}
    </RestPage>
  );
}
