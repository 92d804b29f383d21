import { accessMatrix, ROLES } from '../src/access-matrix.ts'

/** The access matrix as a table a customer can read. */
export function printAccessMatrix(): string {
  const rows = Object.entries(accessMatrix).map(([permission, roles]) => {
    const reaches = ROLES.map((role) => (roles as Readonly<Partial<Record<string, string>>>)[role] ?? '')
    return `| \`${permission}\` | ${reaches.join(' | ')} |`
  })
  return `# Who may do what

Generated from \`src/access-matrix.ts\`. Reach: self — one’s own data; organisation — the organisation of the grant;
district — all of it; region — every district of the region. An empty cell: not at all.

| permission | ${ROLES.join(' | ')} |
| --- |${' --- |'.repeat(ROLES.length)}
${rows.join('\n')}
`
}
