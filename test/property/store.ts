import { sql } from 'kysely'
import { headerKey } from '../../src/modules/registry/index.ts'
import type { Tx } from '../../src/platform/db/db.ts'
import { classified } from '../oracle/classifier.ts'
import type { State, Stored, Value } from '../oracle/state.ts'

type Row = Record<string, unknown>

const TYPES: Readonly<Record<string, string>> = {
  школа: 'school',
  доу: 'kindergarten',
  удо: 'additional',
  имц: 'methodical_centre',
  цппмсп: 'psychological_centre',
}
const AREAS: Readonly<Record<string, string>> = {
  предметные: 'subject',
  методические: 'methodical',
  'психолого-педагогические': 'psychological',
  коммуникативные: 'communicative',
  икт: 'ict',
}
export const FORMS: Readonly<Record<string, string>> = {
  очная: 'in_person',
  дистанционная: 'distance',
  'очно-дистанционная': 'blended',
}

export const textOf = (record: Stored, column: string): string | null => {
  const value: Value = record.values[column] ?? null
  return value === null || value === '' ? null : String(value)
}
export const yes = (record: Stored, column: string): boolean | null => {
  const text = textOf(record, column)
  return text === null ? null : headerKey(text) === 'да'
}
export const coded = (codes: Readonly<Record<string, string>>, record: Stored, column: string): string =>
  codes[headerKey(textOf(record, column) ?? '')] ?? ''
export const areaOf = (record: Stored): string => coded(AREAS, record, 'Компетенции')
export const typeOf = (record: Stored): string => coded(TYPES, record, 'Тип')
export const levelOf = (record: Stored): string =>
  headerKey(textOf(record, 'Уровень') ?? '') === 'район' ? 'district' : 'organisation'
export const learningKindOf = (record: Stored): string =>
  headerKey(textOf(record, 'Вид') ?? '') === 'повышение квалификации' ? 'upskilling' : 'retraining'

/**
 * Writes an oracle's district straight into the tables of the transaction's tenant, past the importer: the property
 * test is about the engine alone. Answers with the ids of people by the oracle's.
 */
export async function storeState(tx: Tx, state: State): Promise<Map<number, number>> {
  const classifier = await storeClassifiers(tx, state)
  const position = await storePositions(tx, state)
  const all = (table: keyof State['records']): Stored[] => [...state.records[table].values()]
  const source = (record: Stored, column: string, kind: string): number | null => {
    const text = textOf(record, column)
    return text === null ? null : (classifier.get(`${kind} ${headerKey(text)}`) ?? null)
  }

  const organisations = await insert(
    tx,
    'registry.organisation',
    all('organisations').map((r) => ({
      code: textOf(r, 'Код'),
      code_key: headerKey(textOf(r, 'Код') ?? ''),
      name: textOf(r, 'Краткое наименование'),
      type: typeOf(r),
      mentoring_model_on: textOf(r, 'Модель наставничества внедрена с'),
      active_until: textOf(r, 'Действует по'),
      pupils: pupilsOf(r),
    })),
  )
  const byCode = (list: readonly Stored[], ids: readonly number[]) =>
    new Map(list.map((r, i) => [headerKey(textOf(r, 'Код') ?? ''), ids[i] ?? 0]))
  const organisation = byCode(all('organisations'), organisations)
  const people = await insert(
    tx,
    'registry.person',
    state.people.map((p) => ({
      surname: p.surname,
      given_name: p.name,
      patronymic: p.patronymic || null,
      given_key: headerKey(p.name),
      birth_on: p.birth,
    })),
  )
  const person = new Map(state.people.map((p, i) => [p.id, people[i] ?? 0]))
  const who = (r: Stored, place = 0): number => person.get(r.persons[place] ?? -1) ?? 0

  await insert(
    tx,
    'registry.employment',
    all('staff').map((r) => ({
      person_id: who(r),
      organisation_id: organisation.get(headerKey(textOf(r, 'Код ОО') ?? '')),
      position_id: position.get(positionKey(textOf(r, 'Должность') ?? '')),
      hired_on: textOf(r, 'Принят'),
      dismissed_on: textOf(r, 'Уволен'),
      rate: r.values['Ставка'],
      main: yes(r, 'Основное место работы'),
      subject_ids: subjectsOf(r).map((s) => classifier.get(`subject ${s}`)),
      experience_since: textOf(r, 'Педагогический стаж с'),
      pedagogical_education: yes(r, 'Педагогическое образование'),
      category_id: source(r, 'Категория', 'category'),
    })),
  )
  await insert(
    tx,
    'activities.learning',
    all('learning').map((r) => ({
      person_id: who(r),
      programme_id: source(r, 'Программа', 'programme'),
      kind: learningKindOf(r),
      form: coded(FORMS, r, 'Форма'),
      provider_id: source(r, 'Провайдер', 'provider'),
      hours: r.values['Часов'],
      topic_id: source(r, 'Тема', 'topic'),
      starts_on: textOf(r, 'Начало'),
      ends_on: textOf(r, 'Окончание'),
    })),
  )
  await insert(
    tx,
    'competence.diagnostic_result',
    all('diagnostics').map((r) => ({
      person_id: who(r),
      diagnostic_id: source(r, 'Диагностика', 'diagnostic'),
      area: areaOf(r),
      taken_on: textOf(r, 'Дата'),
      score: r.values['Балл'],
      maximum: r.values['Максимум'],
      passed: yes(r, 'Пройдена'),
    })),
  )
  const events = await insert(
    tx,
    'activities.event',
    all('events').map((r) => ({
      code: textOf(r, 'Код'),
      code_key: headerKey(textOf(r, 'Код') ?? ''),
      title: textOf(r, 'Название'),
      kind_id: source(r, 'Вид', 'event_kind'),
      held_on: textOf(r, 'Дата'),
      organiser_id: organisation.get(headerKey(textOf(r, 'Организатор') ?? '')),
      level: levelOf(r),
      topic_id: source(r, 'Тема', 'topic'),
      audience_id: source(r, 'Аудитория', 'audience'),
    })),
  )
  const event = byCode(all('events'), events)
  await insert(
    tx,
    'activities.attendance',
    all('attendance').map((r) => ({
      event_id: event.get(headerKey(textOf(r, 'Код мероприятия') ?? '')),
      person_id: who(r),
    })),
  )
  const communities = await insert(
    tx,
    'communities.community',
    all('communities').map((r) => ({
      code: textOf(r, 'Код'),
      code_key: headerKey(textOf(r, 'Код') ?? ''),
      title: textOf(r, 'Название'),
      kind_id: source(r, 'Вид', 'community_kind'),
      level: levelOf(r),
    })),
  )
  const community = byCode(all('communities'), communities)
  await insert(
    tx,
    'communities.membership',
    all('members').map((r) => ({
      community_id: community.get(headerKey(textOf(r, 'Код сообщества') ?? '')),
      person_id: who(r),
      role_id: source(r, 'Роль', 'community_role'),
      from_on: textOf(r, 'С'),
      to_on: textOf(r, 'По'),
    })),
  )
  await insert(
    tx,
    'mentoring.pair',
    all('mentoring').map((r) => ({
      mentor_id: who(r, 0),
      mentee_id: who(r, 1),
      form_id: source(r, 'Форма', 'mentoring_form'),
      from_on: textOf(r, 'С'),
      to_on: textOf(r, 'По'),
    })),
  )
  await insert(
    tx,
    'talent.pool_membership',
    all('pools').map((r) => ({
      kind_id: source(r, 'Вид', 'pool_kind'),
      person_id: who(r),
      from_on: textOf(r, 'Включён'),
      to_on: textOf(r, 'Исключён'),
    })),
  )
  await insert(
    tx,
    'staffing.post',
    all('staffing').map((r) => ({
      organisation_id: organisation.get(headerKey(textOf(r, 'Код ОО') ?? '')),
      position_id: position.get(positionKey(textOf(r, 'Должность') ?? '')),
      planned: r.values['Ставок по штату'],
      filled: r.values['Занято ставок'],
      on_day: textOf(r, 'На дату'),
    })),
  )
  await sql`select registry.rebuild_spans(null)`.execute(tx)
  return person
}

export function pupilsOf(record: Stored): number | null {
  const value = record.values['Обучающихся'] ?? null
  return typeof value === 'number' ? Math.trunc(value) : null
}

export function subjectsOf(record: Stored): string[] {
  const value = record.values['Предметы'] ?? null
  return Array.isArray(value) ? [...new Set(value.map(headerKey))] : []
}

export const positionKey = (text: string): string => headerKey(classified(text).position)

async function insert(tx: Tx, table: string, rows: readonly Row[]): Promise<number[]> {
  const [first] = rows
  if (first === undefined) return []
  const columns = Object.keys(first)
  const target = sql.raw(table)
  const list = sql.raw(columns.join(', '))
  const { rows: inserted } = await sql<{ id: number }>`
    insert into ${target} (${list})
    select ${list} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb) with ordinality
    returning id`.execute(tx)
  return inserted.map((row) => row.id)
}

const OPEN: readonly (readonly [table: keyof State['records'], column: string, kind: string])[] = [
  ['staff', 'Категория', 'category'],
  ['learning', 'Программа', 'programme'],
  ['learning', 'Провайдер', 'provider'],
  ['learning', 'Тема', 'topic'],
  ['diagnostics', 'Диагностика', 'diagnostic'],
  ['events', 'Вид', 'event_kind'],
  ['events', 'Тема', 'topic'],
  ['events', 'Аудитория', 'audience'],
  ['communities', 'Вид', 'community_kind'],
  ['members', 'Роль', 'community_role'],
  ['mentoring', 'Форма', 'mentoring_form'],
  ['pools', 'Вид', 'pool_kind'],
]

async function storeClassifiers(tx: Tx, state: State): Promise<Map<string, number>> {
  const values = new Map<string, Row>()
  const add = (kind: string, label: string): void => {
    const key = headerKey(label)
    if (!values.has(`${kind} ${key}`)) values.set(`${kind} ${key}`, { kind, key, label })
  }
  for (const [table, column, kind] of OPEN) {
    for (const record of state.records[table].values()) {
      const text = textOf(record, column)
      if (text !== null) add(kind, text)
    }
  }
  for (const [key, label] of state.subjects) add('subject', label ?? key)
  // Some of them a new district begins with.
  const known = await tx.selectFrom('registry.classifier_value').select(['id', 'kind', 'key']).execute()
  const ids = new Map(known.map(({ id, kind, key }) => [`${kind} ${key}`, id]))
  const missing = [...values].filter(([key]) => !ids.has(key))
  const added = await insert(
    tx,
    'registry.classifier_value',
    missing.map(([, value]) => value),
  )
  for (const [i, [key]] of missing.entries()) ids.set(key, added[i] ?? 0)
  return ids
}

async function storePositions(tx: Tx, state: State): Promise<Map<string, number>> {
  const known = await tx.selectFrom('registry.position').select(['id', 'key']).execute()
  const ids = new Map(known.map((row) => [row.key, row.id]))
  const names = [...state.records.staff.values(), ...state.records.staffing.values()].map(
    (r) => textOf(r, 'Должность') ?? '',
  )
  const missing = new Map(names.filter((name) => !ids.has(positionKey(name))).map((name) => [positionKey(name), name]))
  const added = await insert(
    tx,
    'registry.position',
    [...missing].map(([key, name]) => ({ key, name, pedagogical: null })),
  )
  for (const [i, key] of [...missing.keys()].entries()) ids.set(key, added[i] ?? 0)
  return ids
}
