/** Districts with nothing, with one school, and readers who see a part: the note says so in words. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  employ,
  type Person,
} from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import type { NoteFormat } from './note.contract.ts'
import { openDocx, openWorkbook, pdfText } from './note.fixture.ts'

const DATE = '2025-12-31'
const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])

const ask = async (actor: Person, format: NoteFormat, query = '') =>
  await actor.ask('GET', `/api/notes/monitoring?date=${DATE}&format=${format}${query}`)

async function note(actor: Person, format: NoteFormat): Promise<Buffer> {
  const reply = await ask(actor, format)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.rawPayload
}

describe('a district without data', () => {
  let methodist: Person
  beforeAll(async () => {
    const { tenant } = await addDistrict(house, { seeds })
    methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  })

  test('says that there is nothing, in Word and PDF', async () => {
    const { text, parts } = openDocx(await note(methodist, 'docx'))
    expect(text).toContain('Таблицы района ещё не загружались.')
    expect(text).toContain('Данных на 31 декабря 2025 года нет, поэтому и выделить нечего.')
    expect(text).toContain('сведений нет, поэтому изменения не показаны')
    expect(text).toContain('Отдельных поручений из значений не следует.')
    expect([...parts.keys()].filter((name) => name.includes('chart'))).toEqual([])
    const pdf = await pdfText(await note(methodist, 'pdf'))
    expect(pdf.text).toContain('Таблицы района ещё не загружались.')
    expect(pdf.text).toContain('Без значения — 14 показателей')
  })

  test('its workbook has all indicators without values', async () => {
    const rows = (await openWorkbook(await note(methodist, 'xlsx'), house.dataFolder)).get('Показатели') ?? []
    expect(rows).toHaveLength(17)
    expect(rows[1]?.slice(2, 5)).toEqual([0, 0, null])
  })

  test.for([
    ['compare=2025-12-31', 'compare'],
    ['compare=2026-01-01', 'compare'],
    ['compare=31.12.2024', 'compare'],
    ['number=', 'number'],
  ] as const)('%s is refused at its field', async ([query, path]) => {
    const reply = await ask(methodist, 'docx', `&${query}`)
    expect([reply.statusCode, reply.json().errors[0].path]).toEqual([422, path])
  })

  test('a format there is not, is refused', async () => {
    expect((await methodist.ask('GET', '/api/notes/monitoring?format=odt')).statusCode).toBe(422)
  })
})

describe('two schools, one of them with a name like a formula', () => {
  const people: Person[] = []
  let tenant: number
  const FORMULA = '=HYPERLINK("http://x")'
  beforeAll(async () => {
    ;({ tenant } = await addDistrict(house, { seeds }))
    const [first, second] = [await addOrganisation(house, tenant, FORMULA), await addOrganisation(house, tenant, 'Ш2')]
    for (let i = 0; i < 12; i++) {
      const person = await addPerson(house, tenant, `Фамилия${'абвгдежзиклм'[i]}`)
      await employ(house, tenant, { person, organisation: i === 0 ? first : second })
    }
    await house.services.database.write(tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
    people.push(await addActor(house, [{ tenant, role: 'methodist' }]))
    people.push(await addActor(house, [{ tenant, role: 'head', organisation: first }]))
  })
  const actor = (at: 0 | 1): Person => {
    const found = people[at]
    if (found === undefined) throw new Error('no actor')
    return found
  }

  test('a head sees the own school alone, and the note says so', async () => {
    const { text } = openDocx(await note(actor(1), 'docx'))
    expect(text).toContain(`Справка охватывает не весь район, а только: Школа ${FORMULA}.`)
    expect(text).toContain('сведения о 1 работнике')
    expect(text).not.toContain('Школа Ш2')
    expect(text).not.toContain('не приняты')
    const sheets = await openWorkbook(await note(actor(1), 'xlsx'), house.dataFolder)
    const organisations = (sheets.get('Срезы') ?? []).filter(([, slice]) => slice === 'Организация')
    expect(new Set(organisations.map((row) => row[3]))).toEqual(new Set([`Школа ${FORMULA}`]))
  })

  test('what looks like a formula is text', async () => {
    const bytes = await note(actor(0), 'xlsx')
    const { parts, xml } = openDocx(bytes)
    for (const name of parts.keys()) if (name.startsWith('xl/worksheets/sheet')) expect(xml(name)).not.toContain('<f>')
  })

  test('bounds and plan are judged, with a mark and words', async () => {
    const set = async (code: string, payload: object): Promise<void> => {
      const headers = { 'if-match': '"0"' }
      const reply = await actor(0).ask('PUT', `/api/indicator-bands/${code}`, { payload, headers })
      expect(reply.statusCode).toBe(200)
    }
    await set('P02', { better: 'higher', good: 70, warn: 50, plan: 80 })
    await set('P13', { better: 'lower', good: 10, warn: 20, plan: null })
    const { text } = openDocx(await note(actor(0), 'docx'))
    expect(text).toContain('За границей, которую задал район, — 1 показатель:')
    expect(text).toContain('0 из 12 (0,0 %) — норма — от 70 %, внимание — от 50 %; план года — 80 %.')
    expect(text).toContain('План года не достигнут — 1 показатель:')
    expect(text).toContain('ИМЦ: диагностика профессиональных дефицитов')
    expect(text).toMatch(/P13 [^●▼]*● норма/)
    expect((await pdfText(await note(actor(0), 'pdf'))).text).toContain('▼ за границей')
  })

  test('figures on diagnostics over fewer than five people are closed, for the methodist too', async () => {
    const { text } = openDocx(await note(actor(0), 'docx'))
    expect(text).toContain('показаны только для групп от пяти человек')
    expect(text).toContain('либо группа меньше пяти человек и результаты диагностики закрыты')
  })
})
