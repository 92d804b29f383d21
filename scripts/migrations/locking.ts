/**
 * What a migration may not do to a table people work with: whatever holds a lock for as long as the table is large. Meant for
 * texts written as ours are; what it cannot read it refuses.
 */

export type MigrationText = { readonly name: string; readonly text: string }
export type Objection = { readonly migration: string; readonly statement: string; readonly because: string }

/** Migrations up to this number are of before the first release: nobody has data they could lock. */
export const LAST_BEFORE_RELEASE = 59

const NAME = String.raw`(?:if exists )?(?:only )?([a-z_][\w.]*)`

type Rule = { readonly forbids: RegExp; readonly because: string }

/** Of statements on a table that is not made in the same migration; a statement is one line in lower case. */
const RULES: readonly Rule[] = [
  {
    forbids: /^create (unique )?index (?!concurrently)/,
    because: 'writers wait until the index stands: create index concurrently, in a migration of its own',
  },
  { forbids: /^drop index (?!concurrently)/, because: 'everybody waits for those who read: drop index concurrently' },
  { forbids: /^reindex (?!.*concurrently)/, because: 'writers wait: reindex … concurrently' },
  { forbids: /^(vacuum.*\bfull\b|cluster )/, because: 'writes the whole table anew while everybody waits' },
  { forbids: /^refresh materialized view (?!concurrently)/, because: 'readers wait: refresh … concurrently' },
  { forbids: /^lock /, because: 'holds the table until the end of the migration' },
  { forbids: /^truncate /, because: 'everybody waits, and the rows of people go' },
  {
    forbids: /^(update|delete from) (?!.* where )/,
    because: 'every row is locked until the end: in portions, by a job, after the release that no longer needs it',
  },
]

/** Of the parts of ALTER TABLE, between commas. */
const PARTS: readonly Rule[] = [
  {
    forbids: /^alter (column )?\S+ (set data )?type /,
    because: 'writes the table anew: add a column, fill it by a job, exchange them in the next release',
  },
  {
    forbids: /^add (column )?.*\b(generated|serial|bigserial)\b/,
    because: 'writes the table anew: add the column empty and fill it by a job',
  },
  {
    forbids: /^add (column )?.* default (?!(null|true|false|-?[\d.]+|'[^']*'|now\(\)|platform\.tenant\(\))( |$|::))/,
    because: 'a default that is not the same for all rows writes the table anew',
  },
  {
    forbids: /^add (column )?(?!constraint|check|foreign|unique|primary|exclude)\S+ .*\b(check|unique|primary key)\b/,
    because: 'reads the whole table while everybody waits: add the constraint apart, not valid, and validate it later',
  },
  {
    forbids: /^add (constraint \S+ )?(check|foreign key)(?!.*not valid)/,
    because: 'reads the whole table: add it not valid, and validate it in a later migration',
  },
  {
    forbids: /^add (constraint \S+ )?(unique|primary key)(?! using index)|^add (constraint \S+ )?exclude/,
    because: 'builds an index while everybody waits: create unique index concurrently first, then add … using index',
  },
  { forbids: /^set (logged|unlogged|tablespace|access method)/, because: 'writes the table anew' },
]

const NOT_NULL =
  'reads the whole table: add check (… is not null) not valid, validate it in a later migration, then set not null in one after that'
const VALIDATE = 'in one transaction with adding it the lock of the adding stays: validate in a later migration'
const APART = 'cannot run in a transaction: a migration of nothing but statements concurrently'

/** What in these migrations, in their order, would make people wait. */
export function objectionsTo(migrations: readonly MigrationText[]): Objection[] {
  return migrations.flatMap(({ name, text }, at) => {
    if (numberOf(name) <= LAST_BEFORE_RELEASE) return []
    const statements = statementsOf(text)
    const before = migrations.slice(0, at).flatMap((one) => statementsOf(one.text))
    return statements.flatMap((statement) =>
      objectionsToOne(statement, statements, before).map((because) => ({ migration: name, statement, because })),
    )
  })
}

const numberOf = (name: string): number => Number(/^\d+/.exec(name)?.[0] ?? Number.POSITIVE_INFINITY)

/** Without comments and the bodies of functions, each on one line in lower case. */
export function statementsOf(text: string): string[] {
  return text
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/\bbegin atomic\b[\s\S]*?\bend;/gi, "'';")
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((statement) => statement !== '')
}

function objectionsToOne(statement: string, own: readonly string[], before: readonly string[]): string[] {
  const isConcurrent = /^(create|drop|reindex).* concurrently /.test(statement)
  if (isConcurrent && !own.every((one) => / concurrently /.test(one))) return [APART]
  const table = tableOf(statement)
  if (
    table !== undefined &&
    own.some((one) => new RegExp(`^create (unlogged )?table ${NAME}`).exec(one)?.[2] === table)
  )
    return []
  if (!statement.startsWith('alter table ')) return RULES.filter(({ forbids }) => forbids.test(statement)).map(why)
  return partsOf(statement).flatMap((part) => [
    ...PARTS.filter(({ forbids }) => forbids.test(part)).map(why),
    ...(isUnproven(part, table, before) ? [NOT_NULL] : []),
    ...(isTooSoon(part, own) ? [VALIDATE] : []),
  ])
}

const why = ({ because }: Rule): string => because

/** The table that a statement is about; undefined where it is about none. */
function tableOf(statement: string): string | undefined {
  const found =
    new RegExp(`^(?:alter table|truncate(?: table)?|lock(?: table)?|update|delete from) ${NAME}`).exec(statement) ??
    new RegExp(`^create (?:unique )?index .*? on ${NAME}`).exec(statement)
  return found?.[1]
}

/** What is done to the table, without commas inside of brackets or words. */
function partsOf(statement: string): string[] {
  const actions = statement.replace(new RegExp(`^alter table ${NAME} `), '')
  const parts = ['']
  let depth = 0
  let isQuoted = false
  for (const sign of actions) {
    if (sign === "'") isQuoted = !isQuoted
    if (!isQuoted && sign === '(') depth++
    if (!isQuoted && sign === ')') depth--
    if (sign === ',' && depth === 0 && !isQuoted) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim())
}

/** Whether NOT NULL is asked of a column whose rows no validated constraint of an earlier migration has proven. */
function isUnproven(part: string, table: string | undefined, before: readonly string[]): boolean {
  const column = /^alter (?:column )?(\S+) set not null/.exec(part)?.[1]
  if (column === undefined)
    return /^add (?!constraint)(column )?\S+ .*not null/.test(part) && !part.includes(' default ')
  const added = before.find((one) => tableOf(one) === table && one.includes(`check (${column} is not null) not valid`))
  const name = /add constraint (\S+) check/.exec(added ?? '')?.[1]
  return (
    name === undefined || !before.some((one) => tableOf(one) === table && one.includes(`validate constraint ${name}`))
  )
}

function isTooSoon(part: string, own: readonly string[]): boolean {
  const name = /^validate constraint (\S+)/.exec(part)?.[1]
  return name !== undefined && own.some((one) => one.includes(`add constraint ${name} `))
}
