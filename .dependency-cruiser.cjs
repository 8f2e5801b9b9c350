/**
 * Who may import whom. Each rule is proven by a deliberate violation in tests/structure/layers.test.ts; what imports
 * cannot show (SQL outside stores, a SafeCount made by hand) is kept by the plugins in .biome/.
 */
const rooms = '(accounts|sites|survey|interviews|snapshots|pool|gaps|contacts|languages|offers|notices)';
const test = '[.]test[.]tsx?$';
const npm = (name) => `node_modules/${name}/`;

/** The only doors between the rooms of the API; the sites' settings may be read by all of them. */
const doors = {
  accounts: [],
  sites: [],
  // What a newcomer says into the phone is sound as well; whoever erases everything leaves the epochs too.
  survey: ['languages/sound/sound', 'snapshots/forget'],
  interviews: ['survey/(recordings/)?(store|events)', 'survey/mine/settle'],
  contacts: ['survey/store'],
  // Publishing answers the cells of the new epoch with the pool's own engine.
  snapshots: ['survey/store', 'pool/rules', 'pool/engine/(cells|leaving)'],
  pool: ['snapshots/(cells/)?store'],
  gaps: ['pool/ask'],
  languages: [],
  offers: [],
};

const doorRules = Object.entries(doors).map(([room, open]) => ({
  name: `api-${room}-keeps-to-its-doors`,
  comment: `Rooms of the API meet only where this file says so: ${['sites/store', ...open].join(', ')}.`,
  severity: 'error',
  from: { path: `^apps/api/src/${room}/` },
  to: {
    path: `^apps/api/src/${rooms}/`,
    pathNot: [room, ...['sites/store', ...open].map((door) => `${door}[.]ts$`)].map(
      (path) => `^apps/api/src/${path}`,
    ),
  },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'What goes round in a circle cannot be read from any end.', {}, { circular: true }),
    rule(
      'everything-is-found',
      'An import that leads nowhere, or to a package that is not in package.json.',
      {},
      { couldNotResolve: true, pathNot: '[.]css$|^virtual:' },
    ),
    rule(
      'tests-are-not-imported',
      'What runs does not need tests.',
      { path: '^(apps|packages)/', pathNot: test },
      { path: ['^tests/', test, npm('(vitest|fast-check)')] },
    ),

    rule(
      'schema-knows-zod-only',
      'What may be said is known to everybody and knows nobody.',
      { path: '^packages/schema/src/', pathNot: test },
      { pathNot: ['^packages/schema/src/', npm('zod')] },
    ),
    rule(
      'phones-load-little',
      "What a newcomer's phone loads is written with zod/mini (decision 0001).",
      {
        path: '^packages/schema/src/(survey/|(codes|endpoint|esco|languages|notices|offers|problems|rights|sites)[.]ts$)',
        pathNot: test,
      },
      { path: npm('zod'), pathNot: `${npm('zod')}(v4/)?mini/` },
    ),
    rule(
      'disclosure-knows-nobody',
      'Pure functions that an auditor can read without the rest.',
      { path: '^packages/disclosure/src/', pathNot: test },
      { pathNot: ['^packages/(disclosure|schema)/src/', '^(node:)?crypto$'] },
    ),
    rule(
      'disclosure-takes-types-only',
      'Types of the schema vanish; its code would be a dependency.',
      { path: '^packages/disclosure/src/', pathNot: test },
      { path: '^packages/schema/src/', dependencyTypesNot: ['pre-compilation-only'] },
    ),
    rule(
      'catalogue-knows-schema-only',
      'Codes and labels; the programs that make and check them may read files.',
      {
        path: '^packages/catalogue/src/',
        pathNot: [test, '/(check([.]ts|/.*)|names/(make|made|spoken)[.]ts)$'],
      },
      { pathNot: '^packages/(catalogue|schema)/src/' },
    ),

    rule(
      'web-rooms-do-not-meet',
      'What two rooms need lives in ui, app, schema, or catalogue.',
      { path: `^apps/web/src/${rooms}/` },
      { path: `^apps/web/src/${rooms}/`, pathNot: '^apps/web/src/$1/' },
    ),
    rule(
      'web-rooms-are-known-to-the-router-only',
      'ui and app serve every room; only the router and the root of the desk know the pages.',
      { path: '^apps/web/src/(ui|app)/', pathNot: '^apps/web/src/app/(router|desk/DeskRoot)[.]tsx$' },
      { path: `^apps/web/src/${rooms}/` },
    ),
    rule(
      'web-never-imports-the-api',
      'The browser and the server share the contract, nothing else.',
      { path: '^apps/web/' },
      { path: '^(apps/api|packages/disclosure)/' },
    ),
    rule(
      'phones-never-load-the-desk',
      'The survey loads on a bad network; what staff need is not on its way.',
      { path: '^apps/web/src/survey([.]tsx$|/)' },
      { path: '^(apps/web/src/(app|ui)/desk|packages/catalogue/src/staff-texts)', reachable: true },
    ),

    rule(
      'api-never-imports-the-web',
      'The API serves the built pages as files.',
      { path: '^(apps/api|packages)/' },
      { path: '^apps/web/' },
    ),
    rule(
      'only-app-imports-routes',
      'Where the wiring is done by hand.',
      { path: '^apps/api/src/', pathNot: '^apps/api/src/app[.]ts$' },
      { path: '^apps/api/src/.+/routes[.]ts$' },
    ),
    rule(
      'routes-do-not-query',
      'A handler loads, asks whether it may, and does: by functions of store, ask, publish, analyse, events.',
      { path: '^apps/api/src/.+/routes[.]ts$' },
      { path: [npm('kysely'), '^apps/api/src/db/'], dependencyTypesNot: ['pre-compilation-only'] },
    ),
    rule(
      'stores-know-the-database-only',
      'routes → ask, publish, analyse → store → db, never back.',
      { path: '^apps/api/src/.+/store[.]ts$' },
      { path: '/(routes|ask|publish|analyse)[.]ts$' },
    ),
    rule(
      'sql-in-stores',
      'Whoever looks for a statement that touches people finds it in a store or in db/.',
      {
        path: '^apps/api/src/',
        pathNot: [
          '/(store|audit|health)[.]ts$',
          '^apps/api/src/(db/|survey/events[.]ts$|accounts/attempts[.]ts$|tasks/)',
        ],
      },
      { path: npm('(kysely|pg|@electric-sql/pglite)'), dependencyTypesNot: ['pre-compilation-only'] },
    ),
    rule(
      'shared-files-know-no-room',
      'What every room imports imports none; limits.ts takes the numbers of the sign-in.',
      { path: '^apps/api/src/(db/|http/|[^/]+[.]ts$)', pathNot: '^apps/api/src/(app|server)[.]ts$' },
      { path: `^apps/api/src/${rooms}/`, pathNot: '^apps/api/src/accounts/attempts[.]ts$' },
    ),
    ...doorRules,
    rule(
      'counting-never-reaches-people',
      'The pool and the gaps see published epochs; no way leads from there to answers, interviews, or accounts.',
      { path: '^apps/api/src/(pool|gaps)/' },
      { path: '^apps/api/src/(survey|interviews|accounts|contacts)/', reachable: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/web/dist/' },
    // Imports of types count too, and are told apart from those that remain when the program runs.
    tsPreCompilationDeps: 'specify',
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
