/** One person on two cards, or two on one, as files brought them. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { openTestHouse } from '../../../../test/harness/house.ts'
import type { LoadAnswer } from '../exchange/load.answer.ts'
import { loadFolder } from '../exchange/load.command.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { openDistrict, SNILS } from '../people/people.fixture.ts'
import type { Double, Merge } from './doubles.contract.ts'
import { findBelongings } from './records.repo.ts'

type TestHouse = Awaited<ReturnType<typeof openTestHouse>>

const STAFF =
  'Код ОО;Фамилия;Имя;Отчество;Пол;Дата рождения;СНИЛС;Должность;Ставка;Основное место работы;Принят;Категория'
const LEARNING =
  'Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Программа;Вид;Форма;Провайдер;Часов;Начало;Окончание;Номер документа'
const MENTORING = ['наставника', 'наставляемого']
  .flatMap((who) => ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'СНИЛС'].map((name) => `${name} ${who}`))
  .join(';')
  .concat(';С')

export const PETROVA = 'Петрова;Мария;Ивановна'
export const PETROVNA = 'Петровна;Мария;Ивановна'
export const BORN = '03.05.1980'
export const course = (who: string, name: string, number: string) =>
  `${who};${BORN};;${name};повышение квалификации;очная;Центр;36;01.02.2024;20.02.2024;${number}`

export type Folder = { staff: readonly string[]; learning?: readonly string[]; mentoring?: readonly string[] }

/** Маria Petrova twice: with a letter too many, and without one's number, in two schools. */
export const TWICE: Folder = {
  staff: [
    `Ш1;${PETROVA};ж;${BORN};;учитель;1;да;01.09.2010;высшая`,
    `Ш1;${PETROVNA};;${BORN};${SNILS[0]};учитель;1;нет;01.09.2010;первая`,
    `Ш2;${PETROVNA};;${BORN};${SNILS[0]};методист;0,5;нет;01.09.2015;`,
    'Ш1;Ким;Олег;;м;01.02.1970;;учитель;1;да;01.09.2000;',
  ],
  learning: [course(PETROVA, 'Первая', '1'), course(PETROVA, 'Общая', '2'), course(PETROVNA, 'Общая', '2')],
  mentoring: [`Ким;Олег;;01.02.1970;;${PETROVNA};${BORN};;01.10.2024`],
}

/** A district with these files loaded, and what tests do with its cards. */
export async function openTwice(house: TestHouse, sheets: readonly SheetDeclaration[], folder: Folder) {
  const district = await openDistrict(house)
  const { tenant, methodist } = district
  const db = house.services.database.reader(tenant)
  const { code } = await db
    .selectFrom('registry.district')
    .select('code')
    .where('id', '=', tenant)
    .executeTakeFirstOrThrow()
  const load = async ({ staff, learning = [], mentoring = [] }: Folder): Promise<LoadAnswer> => {
    const path = await mkdtemp(join(house.dataFolder, 'f-'))
    const organisations = 'Код;Краткое наименование;Тип\nШ1;Школа 1;школа\nШ2;Школа 2;школа\n'
    await writeFile(join(path, 'organisations.xlsx'), organisations)
    await writeFile(join(path, 'staff.xlsx'), [STAFF, ...staff].join('\n'))
    await writeFile(join(path, 'learning.csv'), [LEARNING, ...learning].join('\n'))
    await writeFile(join(path, 'mentoring.csv'), [MENTORING, ...mentoring].join('\n'))
    return await loadFolder(house.services, code, path, { sheets })
  }
  await load(folder)
  const doubles = async (): Promise<Double[]> => (await methodist.ask('GET', '/api/doubles')).json().items
  const card = async (surname: string) =>
    await db
      .selectFrom('registry.person')
      .select(['id', 'version'])
      .where('surname', '=', surname)
      .executeTakeFirstOrThrow()
  const merge = async (kept: string, gone: string, more: object = {}) => {
    const [one, other] = [await card(kept), await card(gone)]
    return await methodist.ask('POST', `/api/people/${one.id}/merge`, {
      payload: { gone: other.id, version: other.version, ...more },
      headers: { 'if-match': `"${one.version}"` },
    })
  }
  const undo = async ({ id }: Merge) => await methodist.ask('POST', `/api/merges/${id}/undo`)
  return { ...district, db, load, doubles, card, merge, undo }
}

/** Every row that belongs to people, and the people; without the versions that each change raises. */
export async function allRows(house: TestHouse, tenant: number) {
  const db = house.services.database.reader(tenant)
  const tables = new Set((await findBelongings(db)).map(({ table }) => table))
  const rows: Record<string, unknown> = {}
  for (const table of [...tables, 'registry.person', 'registry.person_surname', 'registry.person_span']) {
    const { rows: found } = await sql<{ row: unknown }>`
      select to_jsonb(t) - 'version' as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(db)
    rows[table] = found.map(({ row }) => row)
  }
  return rows
}
