/** The order of the modules: each may import the index of earlier ones only (docs/adr/0002). */
const ORDER = [
  'identity',
  'registry',
  'privacy',
  'population',
  'indicators',
  'competence',
  'documents',
  'activities',
  'mentoring',
  'communities',
  'talent',
  'staffing',
  'decisions',
  'journal',
  'home',
]

const later = ORDER.map((name, i) => ({
  name: `order-of-modules-${name}`,
  comment: `${name} may import only: ${ORDER.slice(0, i).join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: `^src/modules/(${ORDER.slice(i + 1).join('|') || 'none'})/` },
}))

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform has no domain words; modules hand themselves in.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'modules-meet-at-index',
      comment:
        'What another module may use stands in its index.ts, screens in that of ui; contracts are shared shapes.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/([^/]+)/',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(ui/)?index\\.ts$', '\\.contract\\.ts$'],
      },
    },
    {
      name: 'contracts-are-for-the-browser',
      comment: 'Contracts are bundled by the web: they import zod, other contracts and pure shapes only.',
      severity: 'error',
      from: { path: '\\.contract\\.ts$' },
      to: {
        pathNot: ['\\.contract\\.ts$', '^src/platform/contract\\.ts$', '^src/access-matrix\\.ts$', 'node_modules/zod'],
      },
    },
    {
      name: 'screens-see-only-contracts',
      severity: 'error',
      from: { path: '^src/(web/|modules/.*/ui/)' },
      to: {
        path: '^src/(modules|platform)/',
        pathNot: ['/ui/', '\\.contract\\.ts$', '^src/platform/(contract|messages)\\.ts$'],
      },
    },
    {
      name: 'composition-is-a-root',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/[^/]+\\.ts$', pathNot: '^src/access-matrix\\.ts$' },
    },
    {
      name: 'the-demo-is-an-edge',
      comment:
        'What makes up districts fills them as a client of the modules would: through what their index offers, on working days.',
      severity: 'error',
      from: { path: '^src/demo/' },
      to: {
        path: '^src/(modules|platform|web|commands)/',
        pathNot: [
          '^src/modules/[^/]+/index\\.ts$',
          '\\.contract\\.ts$',
          '^src/platform/(services|spreadsheets/index|calendar/working-days)\\.ts$',
        ],
      },
    },
    {
      name: 'the-demo-is-for-its-command',
      comment: 'The product does not know made-up people.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(demo/|commands/demo\\.ts$)' },
      to: { path: '^src/demo/' },
    },
    ...later,
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    includeOnly: '^src/|node_modules/zod',
    exclude: '\\.test\\.ts$',
    doNotFollow: { path: 'node_modules' },
  },
}
