import type { Right } from '@kannwas/schema/rights';
import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Navigate,
  useParams,
} from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SitesPage } from '../accounts/SitesPage.tsx';
import { Notice } from '../ui/desk/Notice.tsx';
import { DeskRoot } from './desk/DeskRoot.tsx';
import { SiteShell } from './desk/SiteShell.tsx';
import {
  CaseloadSearch,
  DemandSearch,
  PoolSearch,
  parseSearch,
  places,
  SoundSearch,
  stringifySearch,
} from './paths.ts';
import { mayAt, useSession } from './session.ts';

const root = createRootRoute({
  component: DeskRoot,
  notFoundComponent: () => (
    <main id="content">
      <NotFound />
    </main>
  ),
});
const start = createRoute({ getParentRoute: () => root, path: '/', component: SitesPage });
const site = createRoute({
  getParentRoute: () => root,
  path: '/$siteId',
  component: SiteShell,
  notFoundComponent: NotFound,
});
const first = createRoute({ getParentRoute: () => site, path: '/', component: FirstPlace });

const caseload = createRoute({
  getParentRoute: () => site,
  path: '/caseload',
  validateSearch: CaseloadSearch,
  component: only(
    'interview.list',
    lazyRouteComponent(() => import('../interviews/caseload/CaseloadPage.tsx'), 'CaseloadPage'),
  ),
});
const interview = createRoute({
  getParentRoute: () => site,
  path: '/caseload/$responseId',
  component: only(
    'interview.read',
    lazyRouteComponent(() => import('../interviews/InterviewPage.tsx'), 'InterviewPage'),
  ),
});
const pool = createRoute({
  getParentRoute: () => site,
  path: '/pool',
  validateSearch: PoolSearch,
  component: only(
    'pool.ask',
    lazyRouteComponent(() => import('../pool/PoolPage.tsx'), 'PoolPage'),
  ),
});
const board = createRoute({
  getParentRoute: () => site,
  path: '/board',
  component: only(
    'coverage.read',
    lazyRouteComponent(() => import('../gaps/BoardPage.tsx'), 'BoardPage'),
  ),
});
const demand = createRoute({
  getParentRoute: () => site,
  path: '/demand',
  validateSearch: DemandSearch,
  component: only(
    'demand.list',
    lazyRouteComponent(() => import('../gaps/demand/DemandPage.tsx'), 'DemandPage'),
  ),
});
const offers = createRoute({
  getParentRoute: () => site,
  path: '/offers',
  component: only(
    'offer.list',
    lazyRouteComponent(() => import('../offers/OffersPage.tsx'), 'OffersPage'),
  ),
});
const notice = createRoute({
  getParentRoute: () => site,
  path: '/notice',
  component: only(
    'notice.check',
    lazyRouteComponent(() => import('../notices/NoticePage.tsx'), 'NoticePage'),
  ),
});
const registered = createRoute({
  getParentRoute: () => site,
  path: '/registered',
  component: only(
    'denominator.read',
    lazyRouteComponent(() => import('../gaps/registered/RegisteredPage.tsx'), 'RegisteredPage'),
  ),
});
const publish = createRoute({
  getParentRoute: () => site,
  path: '/publish',
  component: only(
    'snapshot.publish',
    lazyRouteComponent(() => import('../gaps/PublishPage.tsx'), 'PublishPage'),
  ),
});
const alarms = createRoute({
  getParentRoute: () => site,
  path: '/alarms',
  component: only(
    'alarm.list',
    lazyRouteComponent(() => import('../pool/alarms/AlarmsPage.tsx'), 'AlarmsPage'),
  ),
});
const sound = createRoute({
  getParentRoute: () => site,
  path: '/sound',
  validateSearch: SoundSearch,
  component: only(
    'clip.list',
    lazyRouteComponent(() => import('../languages/sound/SoundPage.tsx'), 'SoundPage'),
  ),
});
const tokens = createRoute({
  getParentRoute: () => site,
  path: '/tokens',
  component: only(
    'token.manage',
    lazyRouteComponent(() => import('../accounts/tokens/TokensPage.tsx'), 'TokensPage'),
  ),
});

const translations = createRoute({
  getParentRoute: () => site,
  path: '/languages',
  component: only(
    'interview.list',
    lazyRouteComponent(() => import('../languages/translations/TranslationsPage.tsx'), 'TranslationsPage'),
  ),
});

const routeTree = root.addChildren([
  start,
  site.addChildren([
    first,
    caseload,
    interview,
    pool,
    board,
    demand,
    offers,
    notice,
    registered,
    publish,
    alarms,
    translations,
    sound,
    tokens,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/desk',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Shows a page to those whom the table of rights lets in; the API keeps the door, this only keeps the page from failing. */
function only(right: Right, Page: ComponentType): () => ReactNode {
  return function Guarded() {
    const { t } = useTranslation('desk');
    const { me } = useSession();
    const { siteId } = useParams({ from: '/$siteId' });
    return mayAt(me, siteId, right) ? <Page /> : <Notice title={t(($) => $.state.notAllowed)} />;
  };
}

/** Goes to the first place that is open to the person. */
function FirstPlace() {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const { siteId } = useParams({ from: '/$siteId' });
  const place = places.find(({ right }) => mayAt(me, siteId, right));
  if (!place) return <Notice title={t(($) => $.state.notAllowed)} />;
  return <Navigate to={place.to} params={{ siteId }} search={{}} replace />;
}

function NotFound() {
  const { t } = useTranslation('desk');
  return (
    <Notice title={t(($) => $.state.notFound)}>
      <Link to="/">{t(($) => $.state.toStart)}</Link>
    </Notice>
  );
}

/** A page that fell over says so and can be put up again; drafts are kept outside of it. */
function Broken({ reset }: { reset: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Notice title={t(($) => $.state.broken)}>
      <button type="button" onClick={reset}>
        {t(($) => $.state.retry)}
      </button>
    </Notice>
  );
}
