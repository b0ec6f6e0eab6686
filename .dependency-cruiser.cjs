/** Which context may import which: the table of docs/architecture.md. Nobody imports the last three. */
const BASE = ['platform', 'identity'];
const MAY_IMPORT = {
  platform: [],
  identity: ['platform'],
  curriculum: BASE,
  resources: BASE,
  venues: BASE,
  trainers: [...BASE, 'curriculum'],
  training: [...BASE, 'curriculum', 'venues', 'trainers'],
  learning: [...BASE, 'curriculum', 'training', 'resources'],
  partnership: [...BASE, 'curriculum', 'training', 'resources'],
};
const READERS = ['federation', 'notifications', 'reporting'];
const anyOf = (names) => (names.length ? `(${names.join('|')})` : '(?!)');

const table = Object.entries(MAY_IMPORT).map(([context, allowed]) => ({
  name: `${context}-imports`,
  comment: `${context} imports ${allowed.join(', ') || 'no other context'}.`,
  severity: 'error',
  from: { path: `^libs/${context}/` },
  to: { path: '^libs/', pathNot: `^libs/${anyOf([context, ...allowed])}/` },
}));

module.exports = {
  forbidden: [
    ...table,
    {
      name: 'readers-are-not-imported',
      comment: 'federation, notifications and reporting listen and read: no context depends on them.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: `^libs/${anyOf(READERS)}/`, pathNot: '^libs/$1/' },
    },
    {
      name: 'only-the-door',
      comment: 'Another context is entered by its index.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'programs-use-the-door',
      comment: 'The programs and the tests enter a context by its index.ts.',
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'one-writer-of-calendars',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/platform/src/calendar/' },
      to: { path: 'node_modules/ical-generator' },
    },
    {
      name: 'libs-know-no-program',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.e2e-spec\\.ts$' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'apart',
      comment: 'The web client and the NetPublic stand-in share no code with the server.',
      severity: 'error',
      from: { path: '^apps/(web|netpublic)/' },
      to: { path: '^libs/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    // GeoJSON has types and no module.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^geojson$' } },
    {
      name: 'no-dev-tool-at-run-time',
      severity: 'error',
      from: { path: '^(libs|apps/(api|worker|cli))/', pathNot: '\\.(e2e-)?spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
