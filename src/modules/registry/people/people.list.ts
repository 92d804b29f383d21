import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { literally, pageOf } from '../../../platform/db/listing.ts'
import { storable } from '../exchange/text.keys.ts'
import { headerKey } from '../text.ts'
import type { PersonLine } from './people.contract.ts'
import { type PeopleAsked, peopleSeen } from './people.seen.ts'
import { findMeant, switched } from './people.spelling.ts'

type Sql = RawBuilder<unknown>

const MOST_WORDS = 6

type Found = { readonly items: PersonLine[]; readonly total: number; readonly meant: readonly string[] }

/**
 * A page of people within reach, and how many there are: two statements at the same time. Where nobody is called so, those
 * whose names are nearest to what was typed, with the beginnings of names that were looked for instead (`meant`).
 */
export async function findPeople(db: ReadDb, asked: PeopleAsked): Promise<Found> {
  const words = wordsOf(asked.query.q)
  const found = await pageAndTotal(db, asked, words.map(justThis))
  if (found.total > 0 || words.length === 0) return { ...found, meant: [] }
  const meant = await findSpellings(db, words)
  if (meant === undefined) return { ...found, meant: [] }
  const near = await pageAndTotal(db, asked, meant)
  return { ...near, meant: near.total === 0 ? [] : [...new Set(meant.flat())] }
}

const justThis = (word: string): Spellings => [word]

async function pageAndTotal(db: ReadDb, asked: PeopleAsked, words: readonly Spellings[]) {
  const [page, total] = await Promise.all([peoplePage(asked, words).execute(db), peopleTotal(asked, words).execute(db)])
  return { items: page.rows, total: total.rows[0]?.total ?? 0 }
}

/** For each word those meant; nothing where it is as it was, or where one is like no name. */
async function findSpellings(db: ReadDb, words: readonly string[]): Promise<Spellings[] | undefined> {
  const typed = words.some((word) => /[a-z]/.test(word)) ? wordsOf(switched(words.join(' '))) : words
  const meant = await Promise.all(typed.map((word) => findMeant(db, word)))
  const isSame = meant.every((spellings, at) => spellings.length === 1 && spellings[0] === words[at])
  return isSame || meant.some((spellings) => spellings.length === 0) ? undefined : meant
}

/** The statement behind a page: which people first, then what is told of these few. */
export function peoplePage(
  asked: PeopleAsked,
  words: readonly Spellings[] = wordsOf(asked.query.q).map(justThis),
): RawBuilder<PersonLine> {
  const { query } = asked
  const { limit, offset } = pageOf(query)
  const sort = query.sort ?? ['name']
  const byOrganisation = sort.some((key) => key.endsWith('organisation'))
  return sql`
    with ${peopleSeen(asked)}, ${peopleNamed(words)}, page as (
      select n.id, n.name_key, n.birth_on, s.employment_id, s.pedagogue
        ${byOrganisation ? sql`, o.name as organisation_name` : sql``}
      from seen s join named n on n.id = s.person_id
      ${byOrganisation ? sql`left join registry.organisation o on o.id = s.organisation_id` : sql``}
      order by ${orderOf(sort, { name: 'n.name_key', birth: 'n.birth_on', organisation: 'o.name', id: 'n.id' })}
      limit ${limit} offset ${offset}
    )
    select p.id, p.surname, p.given_name as "givenName", p.patronymic, p.birth_on as "birthOn", page.pedagogue,
      case when e.id is not null then json_build_object('id', e.id,
        'organisation', json_build_object('id', o.id, 'code', o.code, 'name', o.name),
        'position', json_build_object('id', j.id, 'name', j.name),
        'hiredOn', e.hired_on, 'dismissedOn', e.dismissed_on, 'rate', e.rate, 'main', e.main
        ${query.with === 'details' ? DETAILS : sql``}) end as employment
    from page
    join registry.person p on p.id = page.id
    left join registry.employment e on e.id = page.employment_id
    left join registry.organisation o on o.id = e.organisation_id
    left join registry.position j on j.id = e.position_id
    order by ${orderOf(sort, {
      name: 'page.name_key',
      birth: 'page.birth_on',
      organisation: 'page.organisation_name',
      id: 'page.id',
    })}`
}

const DETAILS = sql`, 'subjects', (select coalesce(json_agg(v.label order by v.label), '[]')
    from registry.classifier_value v where v.id = any (e.subject_ids)),
  'category', (select v.label from registry.classifier_value v where v.id = e.category_id),
  'educationLevel', (select v.label from registry.classifier_value v where v.id = e.education_level_id),
  'experienceSince', e.experience_since, 'kind', e.kind, 'categoryOn', e.category_on,
  'categoryEndsOn', (select registry.category_end(v.key, e.category_on, e.category_until)
    from registry.classifier_value v where v.id = e.category_id),
  'leaveKind', (select v.label from registry.classifier_value v where v.id = e.leave_kind_id),
  'leaveOn', e.leave_on, 'leaveUntil', e.leave_until,
  'deputyFunction', (select v.label from registry.classifier_value v where v.id = e.deputy_function_id),
  'classLed', e.class_led`

function peopleTotal(asked: PeopleAsked, words: readonly Spellings[]): RawBuilder<{ total: number }> {
  if (words.length === 0) {
    return sql`with ${peopleSeen(asked)} select count(*)::int as total from seen`
  }
  return sql`with ${peopleSeen(asked)}, ${peopleNamed(words)}
    select count(*)::int as total from seen s join named n on n.id = s.person_id`
}

/**
 * Names that match. Not found beforehand: in the order of names they are looked through in their index until the page is
 * full, which common beginnings make soon.
 */
function peopleNamed(words: readonly Spellings[]): Sql {
  const matches = words.map((spellings) => {
    const [first = '', ...others] = spellings.map(patternOf)
    return others.length === 0 ? sql`name_key like ${first}` : sql`name_key like any (${[first, ...others]}::text[])`
  })
  const all = matches.length === 0 ? sql`true` : sql.join(matches, sql` and `)
  return sql`named as not materialized (select id, name_key, birth_on from registry.person_name where ${all})`
}

/** Beginnings of one word, any of which will do. */
type Spellings = readonly string[]

/** The words typed, in the form in which names are compared. */
function wordsOf(q = ''): string[] {
  const words = headerKey(storable(q)).split(/[\s.,-]+/)
  return words.filter((word) => word !== '').slice(0, MOST_WORDS)
}

/** What the key of a name has to hold: some word of it begins so. */
const patternOf = (word: string): string => `% ${literally(word)}%`

type Columns = Readonly<Record<'name' | 'birth' | 'organisation' | 'id', string>>

/** Only who is employed nowhere has no organisation, and stands last either way. */
function orderOf(sort: readonly string[], columns: Columns): Sql {
  const keys = sort.map((key) => {
    const isDescending = key.startsWith('-')
    const name = isDescending ? key.slice(1) : key
    const column = sql.ref(columns[name as keyof Columns])
    if (!isDescending) return column
    return name === 'organisation' ? sql`${column} desc nulls last` : sql`${column} desc`
  })
  return sql.join([...keys, sql.ref(columns.id)])
}
