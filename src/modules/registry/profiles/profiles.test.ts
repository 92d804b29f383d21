import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { openLoads } from '../loads/loads.fixture.ts'
import { tidyLoads } from '../loads/loads.tidying.ts'
import { bookOf } from './profiles.fixture.ts'

const house = await openTestHouse({ work: true })
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { at, ended, faulty, load } = openLoads(house, seeds)

const ORGANISATIONS = 'Код;Краткое наименование;Тип\nШ1;Гимназия № 1;школа\nШ2;Лицей № 2;школа\n'
const HEADER = [
  'Учреждение',
  'ФИО',
  'Дата рождения',
  'Паспорт',
  'Должность',
  'Ставка',
  'Основное место работы',
  'Дата приёма',
]
const ANNA = ['Первая', 'Орлова Анна Ивановна', '1.5.80', '4012 345678', 'уч. нач. кл.', '1 ст.', '+', '2010']
const EMPTY = { sheets: {}, answers: {}, scores: null, hidden: null }

const form = (files: Readonly<Record<string, string | Buffer>>): FormData => {
  const payload = new FormData()
  for (const [name, content] of Object.entries(files)) payload.append('file', new File([Buffer.from(content)], name))
  return payload
}

const book = bookOf([{ name: 'Лист1', rows: [HEADER, ANNA] }])

async function saved(settings: object, name = 'Первая школа') {
  const reply = await at.methodist.ask('POST', '/api/load-profiles', { payload: { name, settings } })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json()
}

async function through(profile: string, files: Readonly<Record<string, string | Buffer>>) {
  const path = `/api/loads?profile=${encodeURI(profile)}`
  const reply = await at.methodist.ask('POST', path, { payload: form(files) })
  expect(reply.statusCode, reply.body).toBe(201)
  return await ended(reply.json().id)
}

describe('profiles of a district', () => {
  it('are kept, changed by whoever saw them last, and forgotten', async () => {
    const made = await saved(EMPTY)
    expect(made).toMatchObject({ name: 'Первая школа', version: 1, settings: EMPTY })
    const path = `/api/load-profiles/${made.id}`
    const settings = { ...EMPTY, scores: 'percent' }
    const change = (version: number) =>
      at.methodist.ask('PUT', path, {
        payload: { name: 'Первая', settings },
        headers: { 'if-match': `"${version}"` },
      })
    expect((await change(1)).json()).toMatchObject({ name: 'Первая', version: 2, settings })
    expect((await change(1)).statusCode).toBe(412)
    const list = (await at.methodist.ask('GET', '/api/load-profiles')).json()
    expect(list.items.map(({ id, name }: { id: number; name: string }) => [id, name])).toEqual([
      [null, 'usual'],
      [made.id, 'Первая'],
    ])
    const again = await at.methodist.ask('POST', '/api/load-profiles', { payload: { name: 'ПЕРВАЯ', settings: EMPTY } })
    expect(again.json()).toMatchObject({ errors: [{ path: 'name', code: 'profile_name_taken' }] })
    const usual = await at.methodist.ask('POST', '/api/load-profiles', { payload: { name: 'usual', settings: EMPTY } })
    expect(usual.statusCode).toBe(422)
    const gone = await at.methodist.ask('DELETE', path, { headers: { 'if-match': '"2"' } })
    expect(gone.statusCode).toBe(204)
    expect((await at.methodist.ask('GET', path)).statusCode).toBe(404)
  })

  it('are looked through before anything is loaded: columns, repairs and questions, and nothing is left behind', async () => {
    await load({ 'organisations.csv': ORGANISATIONS })
    const reply = await at.methodist.ask('POST', '/api/load-profiles/look', { payload: form({ 'Кадры.xlsx': book }) })
    expect(reply.statusCode, reply.body).toBe(201)
    const [sheet] = reply.json().files[0].sheets
    expect(sheet).toMatchObject({ sheet: 'Лист1', means: 'staff.xlsx', rows: 1, missing: [], dropped: ['Паспорт'] })
    expect(sheet.columns.map(({ header, means, how }: Record<string, string>) => [header, means, how])).toEqual([
      ['Учреждение', 'Код ОО', 'alias'],
      ['ФИО', 'ФИО', 'same'],
      ['Дата рождения', 'Дата рождения', 'same'],
      ['Паспорт', null, 'forbidden'],
      ['Должность', 'Должность', 'same'],
      ['Ставка', 'Ставка', 'same'],
      ['Основное место работы', 'Основное место работы', 'same'],
      ['Дата приёма', 'Принят', 'alias'],
    ])
    expect(sheet.questions).toEqual([
      {
        ...{ kind: 'organisation', column: 'Код ОО', rows: 1, values: [{ value: 'Первая', key: 'первая', rows: 1 }] },
        choices: [
          { value: 'Ш1', label: 'Ш1 · Гимназия № 1' },
          { value: 'Ш2', label: 'Ш2 · Лицей № 2' },
        ],
      },
    ])
    const loads = (await at.methodist.ask('GET', '/api/loads')).json()
    expect(loads.total).toBe(1)
    const { rows } = await sql`select from platform.kept_answer where reply::text like '%Первая%'`.execute(
      house.services.database.reader(null),
    )
    expect(rows).toEqual([])
  })

  it('answer once and for all: the row that waited for the answer is taken with it, and the cells are kept beside', async () => {
    await load({ 'organisations.csv': ORGANISATIONS })
    const first = await through('usual', { 'Кадры.xlsx': book })
    expect(first).toMatchObject({ profile: 'usual', waitingRows: 1 })
    const [waiting] = (await faulty(first.id)).items
    expect(waiting).toMatchObject({ code: 'organisation_unknown', column: 'Код ОО' })
    expect(JSON.stringify(waiting)).not.toContain('345678')
    expect(first.files[0].kept).toBe(false)

    await saved({ ...EMPTY, answers: { organisation: { первая: 'Ш1' } } })
    const second = await through('Первая школа', { 'Кадры.xlsx': book })
    const [told] = second.answer.files
    expect(told).toMatchObject({ accepted: 1, recognised: { file: 'staff.xlsx', sheet: null } })
    expect(told.profiled.dropped).toEqual(['Паспорт'])
    const codes = told.profiled.remarks.map(
      ({ code, column, rows }: Record<string, unknown>) => `${rows} ${code} ${column}`,
    )
    expect(codes.sort()).toEqual([
      '2 repaired_answer Код ОО',
      '2 repaired_date Дата рождения',
      '2 repaired_date_year Принят',
      '2 repaired_name Фамилия',
      '2 repaired_number Ставка',
      '2 repaired_position Должность',
      '2 repaired_yes_no Основное место работы',
    ])
    const kept = (await at.methodist.ask('GET', `/api/loads/${second.id}/kept-cells`)).json()
    expect(kept.rows).toHaveLength(1)
    expect(kept.rows[0].cells.map(({ column, text }: Record<string, string>) => `${column}: ${text}`)).toEqual([
      'Код ОО: Первая',
      'Дата рождения: 1.5.80',
      'Должность: уч. нач. кл.',
      'Ставка: 1 ст.',
      'Основное место работы: +',
      'Принят: 2010',
      'Фамилия: Орлова Анна Ивановна',
    ])
    const later = new Date(Date.now() + 91 * 24 * 3_600_000)
    await tidyLoads(house.services, later)
    expect((await at.methodist.ask('GET', `/api/loads/${second.id}/kept-cells`)).json().rows).toEqual([])
  })

  it('take columns for what they are told to', async () => {
    await load({ 'organisations.csv': ORGANISATIONS })
    const other = bookOf([
      {
        name: 'Лист1',
        rows: [
          ['Кто', 'Родился', 'Где', 'Кем', 'Сколько', 'Когда взяли'],
          ['Орлова Анна', '01.05.1980', 'Ш1', 'учитель', 1, '01.09.2010'],
        ],
      },
    ])
    const refused = await through('usual', { 'Кадры.xlsx': other })
    expect(refused.answer.unread[0]).toMatchObject({ file: 'Кадры.xlsx' })
    const columns = {
      ...{ кто: 'ФИО', родился: 'Дата рождения', где: 'Код ОО', кем: 'Должность', сколько: 'Ставка' },
      'когда взяли': 'Принят',
    }
    await saved({ ...EMPTY, sheets: { 'staff.xlsx': { columns, constants: { 'Основное место работы': 'да' } } } })
    const taken = await through('первая школа', { 'Кадры.xlsx': other })
    expect(taken.answer.files[0]).toMatchObject({ accepted: 1, rejected: [] })
  })

  it('count experience back from the day the files are said to be of, whatever they say', async () => {
    await load({ 'organisations.csv': ORGANISATIONS })
    const rows = [['на 01.09.2024'], [...HEADER, 'Пед. стаж'], ['Ш1', ...ANNA.slice(1), '10 лет']]
    const files = { 'Кадры.xlsx': bookOf([{ name: 'Лист1', rows }]) }
    const said = await through('usual&asOf=2025-06-01', files)
    expect(said.answer.files[0].profiled.asOf).toEqual({ day: '2025-06-01', from: 'given' })
    const { rows: loads } = await sql<{ day: string; since: string }>`
      select l.as_of::text as day, e.experience_since::text as since
      from registry.load l cross join registry.employment e where l.id = ${said.id}`.execute(
      house.services.database.reader(at.tenant),
    )
    expect(loads).toEqual([{ day: '2025-06-01', since: '2015-06-01' }])
  })

  it('know a provider of learning by any of its spellings; one that may be another is asked about once', async () => {
    await load({ 'organisations.csv': ORGANISATIONS })
    await through('usual', { 'Кадры.xlsx': bookOf([{ name: 'Лист1', rows: [HEADER, ['Ш1', ...ANNA.slice(1)]] }]) })
    const course = (programme: string, provider: string) =>
      `Орлова;Анна;Ивановна;01.05.1980;;${programme};повышение квалификации;очная;${provider};36;01.02.2024;20.02.2024`
    const head = 'Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Программа;Вид;Форма;Провайдер;Часов;Начало;Окончание'
    const files = (...rows: readonly string[]) => ({ 'Курсы.csv': [head, ...rows].join('\n') })
    const listed = async () => (await at.methodist.ask('GET', '/api/classifiers/provider')).json()
    const labels = async () => (await listed()).items.map(({ label }: { label: string }) => label)

    const first = await through('usual', files(course('Первая', 'СПб АППО'), course('Вторая', 'ГБУ ДПО "СПбАППО"')))
    expect(first.answer.files[0]).toMatchObject({ accepted: 2, rejected: [] })
    expect(first.answer.files[0].profiled.remarks).toContainEqual(
      expect.objectContaining({ code: 'repaired_provider', column: 'Провайдер', rows: [3] }),
    )
    expect(await labels()).toEqual(['СПб АППО'])

    const third = files(course('Третья', 'АППО'))
    const reply = await at.methodist.ask('POST', '/api/load-profiles/look', { payload: form(third) })
    const [question] = reply.json().files[0].sheets[0].questions
    expect(question).toMatchObject({ kind: 'provider', values: [{ value: 'АППО', key: 'аппо', rows: 1 }] })
    expect(question.choices.map(({ value }: { value: string }) => value)).toEqual(['СПб АППО', 'АППО'])
    await saved({ ...EMPTY, answers: { provider: { аппо: 'СПб АППО' } } }, 'Одна')
    const answered = await through('Одна', third)
    expect(answered.answer.files[0]).toMatchObject({ accepted: 1, profiled: { questions: [] } })
    expect(await labels()).toEqual(['СПб АППО'])

    // Another one it is: said so once, it is asked about no more.
    await saved({ ...EMPTY, answers: { provider: { аппо: 'АППО' } } }, 'Другая')
    const other = await through('Другая', files(course('Четвёртая', 'АППО')))
    expect(other.answer.files[0]).toMatchObject({ accepted: 1, profiled: { questions: [] } })
    expect(await labels()).toEqual(['АППО', 'СПб АППО'])
  })

  it('must be there to be named', async () => {
    const reply = await at.methodist.ask('POST', '/api/loads?profile=nobody', { payload: form({ 'Кадры.xlsx': book }) })
    expect(reply.statusCode).toBe(422)
    expect(reply.json().errors).toMatchObject([{ path: 'profile', code: 'profile_unknown' }])
  })
})
