import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { rowsOfWorkbook } from '../../../../test/harness/workbook.ts'
import { makeTellingDistrict } from './federal.fixture.ts'
import { remindHolders } from './federal.jobs.ts'

const house = await openTestHouse()
const district = await makeTellingDistrict(house)
const { tenant, methodist, signatory, addTeacher, give, giveSnils, fill, giveWhole, asIfPrinted } = district
const department = await addActor(house, [{ tenant, role: 'department' }])

const USUAL = {
  ...{ days: 20, citizenship: '643', studyForm: 'in_person', funding: 'budget' },
  ...{ field: 'Образование и наука', group: 'Образование и педагогические науки' },
}
const written = await methodist.ask('PUT', '/api/federal/rule', {
  payload: USUAL,
  headers: { 'if-match': '"0"' },
})
expect(written.statusCode, written.body).toBe(200)

const dueOf = async (q: string) => (await methodist.ask('GET', '/api/federal/due', { query: { q } })).json().items
const make = (key?: string) =>
  methodist.ask('POST', '/api/federal/files', key === undefined ? {} : { headers: { 'idempotency-key': key } })
const fileOf = async (id: number) => (await methodist.ask('GET', `/api/federal/files/${id}`)).json()
const take = (id: number, reason = 'выгрузка в ФИС ФРДО', headers = {}) =>
  methodist.ask('POST', `/api/federal/files/${id}/take`, { payload: { reason }, headers })
const answer = (file: number, rows: readonly number[], said: object) =>
  methodist.ask('POST', `/api/federal/files/${file}/answers`, { payload: { rows, ...said } })

/** The file made of all that is whole now, and the row of the document. */
async function tellOf(document: number) {
  const reply = await make()
  expect(reply.statusCode, reply.body).toBe(201)
  for (const { id } of reply.json().files) {
    const row = (await fileOf(id)).rows.find(({ documentId }: { documentId: number }) => documentId === document)
    if (row !== undefined) return { file: id as number, row }
  }
  throw new Error('the document is in no file')
}

async function toldRow(file: number, surname: string): Promise<Record<string, string | undefined>> {
  const reply = await take(file)
  expect(reply.statusCode).toBe(200)
  const [head = [], ...rows] = await rowsOfWorkbook(reply.rawPayload)
  const found = rows.find((row) => row.includes(surname)) ?? []
  return Object.fromEntries(head.map((title, at) => [title, found[at]]))
}

test('what a document lacks is named, filled in by hand, and then it is told of by the template', async () => {
  const person = await addTeacher('Абрикосова')
  // Twenty working days on: the 8th of March is a Sunday, so the Monday is off too.
  const id = await give(person)
  expect(await dueOf('абрикос')).toMatchObject([
    {
      ...{ id, says: 'original', since: '2026-03-05', until: '2026-04-03', refused: null },
      lacks: ['education', 'diplomaSurname', 'diplomaNumber', 'snils'],
    },
  ])
  const snils = await giveSnils(person)
  await fill(id, { education: 'higher', diplomaSurname: 'Девичья' })
  expect((await dueOf('абрикос'))[0].lacks).toEqual(['diplomaNumber'])
  await fill(id, { diplomaNumber: '12\u00a0\u200b34567' })
  expect((await dueOf('абрикос'))[0].lacks).toEqual([])

  const { file, row } = await tellOf(id)
  expect(row).toMatchObject({ says: 'original', answer: 'waiting' })
  expect(await dueOf('абрикос')).toEqual([])
  const told = await toldRow(file, 'Абрикосова')
  expect(Object.keys(told)).toHaveLength(40)
  expect(told).toMatchObject({
    'Вид документа': 'Удостоверение о повышении квалификации',
    'Статус документа': 'Оригинал',
    'Серия документа': 'нет',
    'Номер документа': row.number,
    'Дата выдачи документа': '05.03.2026',
    'Наименование дополнительной профессиональной программы': 'Оценивание на уроке',
    'Наименование области профессиональной деятельности': 'Образование и наука',
    'Уровень образования ВО/СПО': 'Высшее образование',
    'Фамилия указанная в дипломе о ВО или СПО': 'Девичья',
    'Номер документа о ВО/СПО': '12 34567',
    'Год начала обучения (для документа о квалификации)': '2026',
    'Срок обучения, часов (для документа о квалификации)': '36',
    'Пол получателя': 'Жен',
    СНИЛС: snils,
    'Форма обучения': 'Очная',
    'Источник финансирования обучения': 'Бюджетное обучение',
    'Гражданство получателя (код страны по ОКСМ)': '643',
  })
  // Told, it is no longer filled in.
  expect((await fill(id, { diplomaNumber: '7654321' })).json()).toEqual({ filled: 0, left: 1 })
})

test('who is not whole stays on the list; pressed twice, nobody is told of twice', async () => {
  const whole = await giveWhole()
  const lacking = await addTeacher()
  const left = await give(lacking)
  const [first, second] = await Promise.all([make('press'), make('press')])
  expect(first.json()).toMatchObject({ told: 1, files: [{ total: 1, taken: 0, refused: 0 }] })
  expect(first.json().lacking).toBeGreaterThan(0)
  expect(second.json()).toEqual(first.json())
  const both = await Promise.all([make(), make()])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([409, 409])
  expect(both[0]?.json()).toMatchObject({ code: 'federal_nothing_ready' })
  const { items } = (
    await methodist.ask('GET', '/api/federal/due', { query: { state: 'lacking', size: '200' } })
  ).json()
  const ids = items.map(({ id }: { id: number }) => id)
  expect(ids).toContain(left)
  expect(ids).not.toContain(whole.id)
})

test('whoever takes a file says why, and the people in it read it; others have no permission', async () => {
  const { id, person } = await giveWhole()
  const { file } = await tellOf(id)
  expect((await take(file, 'да')).statusCode).toBe(422)
  const again = [await take(file), await take(file)]
  expect(again.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(await rowsOfWorkbook(again[0]?.rawPayload as Buffer)).toEqual(
    await rowsOfWorkbook(again[1]?.rawPayload as Buffer),
  )
  const { rows } = await sql`select action, island, purpose, reason from platform.sights_of(${[
    person,
  ]}::bigint[])`.execute(house.services.database.reader(tenant))
  const sight = { action: 'takeFederalFile', island: 'snils', purpose: 'document', reason: 'выгрузка в ФИС ФРДО' }
  expect(rows).toEqual([sight, sight])
  expect((await department.ask('GET', '/api/federal/due')).statusCode).toBe(403)
  const abroad = await addActor(house, [{ tenant: (await addDistrict(house)).tenant, role: 'methodist' }])
  expect((await abroad.ask('GET', `/api/federal/files/${file}`)).statusCode).toBe(404)
  const { rows: kept } = await sql<{ cells: Buffer }>`
    select cells from documents.federal_row where file_id = ${file}`.execute(house.services.database.reader(tenant))
  expect(kept[0]?.cells.toString()).not.toContain('Оценивание')
})

test('browsers send a key with each command: the file is not kept under it, and comes again', async () => {
  const { id } = await giveWhole()
  const { file } = await tellOf(id)
  const key = crypto.randomUUID()
  const taken = [1, 2].map(() => take(file, undefined, { 'idempotency-key': key }))
  for (const { statusCode, rawPayload } of await Promise.all(taken)) {
    expect(statusCode).toBe(200)
    expect((await rowsOfWorkbook(rawPayload)).length).toBeGreaterThan(1)
  }
  const { rows } = await sql`select from platform.kept_answer where key = ${key}`.execute(
    house.services.database.reader(null),
  )
  expect(rows).toEqual([])
})

test('refused, it is due again with the reason; taken, it is not', async () => {
  const { id, surname } = await giveWhole()
  const { file, row } = await tellOf(id)
  expect((await answer(file, [row.id], { answer: 'refused' })).json()).toMatchObject({
    errors: [{ path: 'word', code: 'refusal_without_reason' }],
  })
  expect((await answer(file, [row.id + 100_000], { answer: 'taken' })).statusCode).toBe(422)
  const refused = await answer(file, [row.id], { answer: 'refused', word: 'Фамилия в дипломе не совпадает' })
  expect(refused.json()).toMatchObject({ total: 1, refused: 1, rows: [{ answer: 'refused' }] })
  expect(await dueOf(surname)).toMatchObject([{ id, refused: 'Фамилия в дипломе не совпадает', lacks: [] }])
  await fill(id, { diplomaSurname: 'Прежняя' })
  const anew = await tellOf(id)
  expect(anew.file).not.toBe(file)
  expect((await toldRow(anew.file, surname))['Фамилия указанная в дипломе о ВО или СПО']).toBe('Прежняя')
  // What it refused before cannot have been taken after all, now that it was told anew.
  expect((await answer(file, [row.id], { answer: 'taken' })).json()).toMatchObject({ code: 'federal_told_anew' })
  expect((await answer(anew.file, [anew.row.id], { answer: 'taken' })).json()).toMatchObject({ taken: 1 })
  expect(await dueOf(surname)).toEqual([])
})

test('answers come from a copy of the file with two columns more; what cannot be read is named', async () => {
  const [one, other] = [await giveWhole(), await giveWhole()]
  const { file } = await tellOf(one.id)
  const numbers = new Map<string, string>(
    (await fileOf(file)).rows.map(({ holder, number }: { holder: string; number: string }) => [
      holder.split(' ')[0],
      number,
    ]),
  )
  const lines = [
    'Регистрационный номер;Результат;Причина',
    `${numbers.get(one.surname)};Принято;`,
    `${numbers.get(other.surname)};отказ;СНИЛС не найден`,
    'ПК-9999/2020;принят;',
    `${numbers.get(other.surname)};непонятно;`,
  ]
  const bring = (text: string) => {
    const payload = new FormData()
    payload.append('file', new File([text], 'answers.csv'))
    return methodist.ask('POST', `/api/federal/files/${file}/answers.xlsx`, { payload })
  }
  const reply = await bring(lines.join('\n'))
  expect(reply.json(), reply.body).toEqual({ taken: 1, refused: 1, left: 1, faults: [{ row: 5, column: 'Результат' }] })
  expect(await dueOf(one.surname)).toEqual([])
  expect(await dueOf(other.surname)).toMatchObject([{ refused: 'СНИЛС не найден' }])
  expect((await bring('номер;итог\n1;2')).json()).toMatchObject({
    errors: [{ path: 'file', code: 'federal_answers_missing' }],
  })
})

const change = async (id: number, step: 'reissue' | 'revoke', payload: object) => {
  const { version } = (await methodist.ask('GET', `/api/documents/${id}`)).json()
  const reply = await methodist.ask('POST', `/api/documents/${id}/${step}`, {
    payload: { reason: 'ошибка в названии', ...payload },
    headers: { 'if-match': `"${version}"` },
  })
  expect(reply.statusCode, reply.body).toBe(201)
  await asIfPrinted()
  return reply.json().id as number
}

test('given anew it is told of as a duplicate of the first, revoked as destroyed; never told of, it is not due', async () => {
  const { id, surname } = await giveWhole()
  const { row: original } = await tellOf(id)
  const duplicate = await change(id, 'reissue', { signatoryId: signatory, issuedOn: '2026-03-20' })
  expect(await dueOf(surname)).toMatchObject([{ id: duplicate, says: 'duplicate', lacks: ['cause'] }])
  await fill(duplicate, { cause: 'lost' })
  const { file, row } = await tellOf(duplicate)
  expect(row).toMatchObject({ says: 'duplicate' })
  expect(await toldRow(file, surname)).toMatchObject({
    'Статус документа': 'Дубликат',
    'Подтверждение утраты': 'Да',
    'Подтверждение обмена': 'Нет',
    'Номер (оригинала)': original.number,
    'Дата выдачи документа': '20.03.2026',
    'Дата выдачи (оригинала)': '05.03.2026',
    'Фамилия получателя (оригинала)': surname,
  })
  await change(duplicate, 'revoke', {})
  expect(await dueOf(surname)).toMatchObject([{ id: duplicate, says: 'annulled' }])
  const annulled = await tellOf(duplicate)
  expect(await toldRow(annulled.file, surname)).toMatchObject({
    'Подтверждение уничтожения': 'Да',
    'Номер документа для изменения': original.number,
  })

  const untold = await giveWhole()
  await change(untold.id, 'revoke', {})
  expect(await dueOf(untold.surname)).toEqual([])
})

test('what is lacking goes out as a workbook and comes back filled in; what cannot be read is named', async () => {
  const person = await addTeacher('Грушева')
  const id = await give(person)
  const out = await methodist.ask('GET', '/api/federal/due.xlsx', { query: { q: 'груш' } })
  const [head = [], row = []] = await rowsOfWorkbook(out.rawPayload)
  expect(row.join(' ')).toContain('Грушева')
  expect(row.join(' ')).toContain('СНИЛС')
  const cell = (title: string, value: string) => {
    row[head.indexOf(title)] = value
  }
  cell('Образование', 'Высшее')
  cell('Фамилия в дипломе', 'Грушева')
  cell('Форма обучения', 'вечерняя')
  const csv = [head, row].map((cells) => head.map((_, at) => `"${cells[at] ?? ''}"`).join(';')).join('\n')
  const payload = new FormData()
  payload.append('file', new File([csv], 'filled.csv'))
  const back = await methodist.ask('POST', '/api/federal/due.xlsx', { payload })
  expect(back.json(), back.body).toEqual({ filled: 1, left: 0, faults: [{ row: 2, column: 'Форма обучения' }] })
  expect(await dueOf('груш')).toMatchObject([
    { id, lacks: ['diplomaNumber', 'snils'], facts: { education: 'higher', studyForm: 'in_person' } },
  ])
  const wrong = new FormData()
  wrong.append('file', new File(['a;b\n1;2\n'], 'other.csv'))
  expect((await methodist.ask('POST', '/api/federal/due.xlsx', { payload: wrong })).json()).toMatchObject({
    errors: [{ path: 'file', code: 'federal_columns_missing' }],
  })
})

test('a term that ends is something to do, and is told once', async () => {
  const tasks = (await methodist.ask('GET', '/api/tasks')).json().items
  expect(tasks.find(({ link }: { link: string }) => link === '/documents/federal')).toMatchObject({
    text: expect.stringMatching(/^Сообщить в ФИС ФРДО о \d+ документ/),
    dueOn: '2026-04-03',
  })
  const told = async (): Promise<number> =>
    (await methodist.ask('GET', '/api/notifications')).body.split('пора сообщить в ФИС ФРДО').length - 1
  await remindHolders(house.services.database)
  await remindHolders(house.services.database)
  expect(await told()).toBe(1)
})
