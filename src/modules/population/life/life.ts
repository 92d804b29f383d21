import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { type Dictionary, dictionaryOf } from '../../registry/index.ts'
import * as literal from '../literal.ts'
import { type AsOf, type FactDeclaration, type Field, sayCaption, type Vocabulary } from '../vocabulary.ts'
import { FACTS_MOST, type LifeFact } from './life.contract.ts'

type Asked = {
  readonly tenant: number
  readonly person: number
  readonly language: 'ru' | 'en'
  /** Whether islands (scores, passed or failed) are told. */
  readonly islands: boolean
}

type Row = {
  readonly fact: number
  readonly id: number
  readonly label: string
  readonly from: string
  readonly to: string | null
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  readonly load: number | null
  readonly file: string | null
  readonly sheet: string | null
  readonly row: number | null
  readonly total: number
}

/** All facts of a person that terms speak of, each once, in one statement; and whether something closed was left out. */
export async function findLife(
  db: ReadDb,
  vocabulary: Vocabulary,
  asked: Asked,
): Promise<{ items: LifeFact[]; total: number; closed: boolean }> {
  const facts = factsOfPeople(vocabulary)
  if (facts.length === 0) return { items: [], total: 0, closed: false }
  const [{ rows }, dictionary] = await Promise.all([
    db.getExecutor().executeQuery<Row>(CompiledQuery.raw(compileLife(facts, asked))),
    dictionaryOf(db),
  ])
  const items = rows.flatMap((row) => {
    const fact = facts[row.fact]
    return fact === undefined ? [] : [tell(fact, row, asked.language, dictionary)]
  })
  return { items, total: rows[0]?.total ?? 0, closed: !asked.islands && rows.some((row) => hasIsland(facts[row.fact])) }
}

const hasIsland = (fact: FactDeclaration | undefined): boolean =>
  Object.values(fact?.fields ?? {}).some(({ island }) => island === true)

/**
 * Two terms may speak of the same rows: the first does here. Places of work stand on the person's card, which knows
 * whom to show which.
 */
function factsOfPeople(vocabulary: Vocabulary): FactDeclaration[] {
  const facts = vocabulary.terms('person').filter((term) => term.kind === 'fact')
  const byRows = Map.groupBy(facts, ({ evidence, of }) => `${evidence.table}\n${of}`)
  return [...byRows.values()].flatMap(([first]) =>
    first === undefined || first.evidence.table === 'registry.employment' ? [] : [first],
  )
}

function compileLife(facts: readonly FactDeclaration[], { tenant, person, islands }: Asked): string {
  // No window: the day in `AsOf` is not looked at.
  const at: AsOf = { tenant, date: '2000-01-01' }
  const selects = facts.map((fact, index) => {
    const { table: _, alias, label, join } = fact.evidence
    const [from, to] = 'on' in fact.time ? [fact.time.on, 'null::date'] : [fact.time.from, fact.time.to]
    const values = Object.entries(fact.fields)
      .filter(([, field]) => islands || field.island !== true)
      .map(([name, field]) => `'${name}', ${shownValue(field, tenant)}`)
    return `select ${index} as fact, ${alias}.id as id, ${label} as label, ${from} as from_on, ${to} as to_on,
  json_build_object(${values.join(', ')}) as details, ${alias}.source_id as source_id, ${alias}.source_row as source_row
from ${fact.from(at)} ${join?.(at) ?? ''} where ${fact.where(at)} and ${fact.of} = ${literal.int(person)}`
  })
  return `select l.fact, l.id, l.label, l.from_on as "from", l.to_on as "to", l.details as "values", s.load_id as load, s.file,
  s.sheet, l.source_row as row, (count(*) over ())::int as total
from (${selects.join('\nunion all\n')}) as l
left join registry.source s on s.tenant_id = ${literal.int(tenant)} and s.id = l.source_id and l.source_row is not null
order by l.from_on desc, l.fact, l.id desc limit ${FACTS_MOST}`
}

/** A value as it is shown: of lists the label. */
function shownValue(field: Field, tenant: number): string {
  if (field.kind !== 'ref') return field.column
  const [table, label] =
    field.classifier === 'position' ? ['registry.position', 'v.name'] : ['registry.classifier_value', 'v.label']
  return `(select ${label} from ${table} v where v.tenant_id = ${literal.int(tenant)} and v.id = ${field.column})`
}

const YES_NO = { ru: ['да', 'нет'], en: ['yes', 'no'] } as const

function tell(fact: FactDeclaration, row: Row, language: 'ru' | 'en', dictionary: Dictionary): LifeFact {
  const details = Object.entries(fact.fields).flatMap(([name, field]) => {
    const value = row.values[name]
    if (value === null || value === undefined) return []
    const text = sayValue(field, value, language)
    // A fact labelled by one of its values need not repeat it.
    return text === row.label ? [] : [{ name: field.words[language], value: text }]
  })
  const { load, file, sheet } = row
  return {
    term: fact.term,
    caption: sayCaption(fact.caption, language, dictionary),
    id: row.id,
    label: row.label,
    from: row.from,
    to: row.to,
    lasting: !('on' in fact.time),
    details,
    source: load === null || file === null ? null : { load, file, sheet, row: row.row },
  }
}

function sayValue(field: Field, value: string | number | boolean, language: 'ru' | 'en'): string {
  if (field.kind === 'code') return field.values[String(value)]?.[language] ?? String(value)
  if (field.kind === 'flag') return YES_NO[language][value === true ? 0 : 1]
  if (field.kind !== 'number') return String(value)
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Number(value))
  return field.unit === undefined ? number : `${number} ${field.unit[language]}`
}
