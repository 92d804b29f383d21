/** The note of the sample district, through the front door, and what every reader of such files would look at. */
import { availableParallelism, loadavg } from 'node:os'
import { dirname, posix } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { addActor, type Person } from '../../../../test/harness/actors.ts'
import { openSampleHouse } from '../../../../test/harness/district.ts'
import type { Cell } from '../../../platform/spreadsheets/index.ts'
import type { NoteFormat } from './note.contract.ts'
import { flat, openDocx, openWorkbook, pdfText, unescaped } from './note.fixture.ts'
import { sayFigure } from './russian.ts'

const DATE = '2025-12-31'
const BEFORE = '2024-12-31'
const URL_OF_ROST = 'https://rost.example'
const LONGEST_MS = 2000

const house = await openSampleHouse({ environment: { ROST_URL: URL_OF_ROST } })
const { tenant } = house.district
let methodist: Person

type Point = { date?: string; numerator?: number; denominator?: number; value?: number | null }
type Indicator = Point & {
  code: string
  series?: Point[]
  slices: Record<string, (Point & { key: string; label: string; series?: Point[] })[]>
}
let figures: Indicator[]

beforeAll(async () => {
  methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const department = await addActor(house, [{ tenant, role: 'department' }])
  const by = ['organisation', 'organisation_type', 'subject'].map((one) => `by=${one}`).join('&')
  figures = (await department.ask('GET', `/api/indicators?date=${DATE}&${by}`)).json().indicators
})

async function note(format: NoteFormat, query = '', actor = methodist): Promise<Buffer> {
  const reply = await actor.ask('GET', `/api/notes/monitoring?date=${DATE}&format=${format}${query}`)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.rawPayload
}

const lastOf = (one: Indicator | Indicator['slices'][string][number]): Point => one.series?.at(-1) ?? one

const said = (point: Point): string =>
  flat(sayFigure({ numerator: point.numerator ?? point.value ?? 0, denominator: point.denominator ?? null }))

test('it comes as a file with a name that says what and which day it is', async () => {
  const reply = await methodist.ask('GET', `/api/notes/monitoring?date=${DATE}&format=pdf`)
  expect(reply.headers['content-disposition']).toBe(`attachment; filename="spravka-${DATE}.pdf"`)
  expect(reply.headers['content-type']).toBe('application/pdf')
  expect(reply.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

test.for(['docx', 'pdf', 'xlsx'] as const)('%s: the same data give the same bytes, in good time', async (format) => {
  const first = await note(format)
  const times: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const begin = performance.now()
    const again = await note(format)
    times.push(performance.now() - begin)
    expect(again.equals(first)).toBe(true)
  }
  // Whoever shares the machine takes of the time.
  const [load = 0] = loadavg()
  expect(Math.min(...times)).toBeLessThan(LONGEST_MS * Math.max(1, load / availableParallelism()))
})

describe('Word', () => {
  test('says every indicator as the API counts it, with the day and the one before', async () => {
    const { text } = openDocx(await note('docx'))
    expect(text).toContain('на 31 декабря 2025 года')
    expect(text).toContain('были на 31 декабря 2024 года')
    expect(figures).toHaveLength(16)
    for (const figure of figures) expect(text).toContain(said(lastOf(figure)))
    for (const point of figures.flatMap(({ series }) => series ?? [])) expect(text).toContain(said(point))
  })

  test('every part is known by its type, and every relation leads somewhere', async () => {
    const { parts, xml } = openDocx(await note('docx'))
    const types = xml('[Content_Types].xml')
    for (const name of parts.keys()) {
      if (name === '[Content_Types].xml') continue
      const isKnown =
        types.includes(`PartName="/${name}"`) || types.includes(`Extension="${name.split('.').at(-1) ?? ''}"`)
      expect(isKnown, name).toBe(true)
    }
    for (const [, name = ''] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(parts.has(name), name).toBe(true)
    for (const rels of [...parts.keys()].filter((name) => name.endsWith('.rels'))) {
      const folder = dirname(dirname(rels))
      const owner = xml(posix.join(folder, rels.split('/').at(-1)?.replace('.rels', '') ?? ''))
      const ids = [...xml(rels).matchAll(/<Relationship [^>]*\bId="([^"]+)"/g)].map(([, id = '']) => id)
      expect(new Set(ids).size, rels).toBe(ids.length)
      for (const [whole, target = ''] of xml(rels).matchAll(/<Relationship [^>]*\bTarget="([^"]+)"[^>]*>/g)) {
        if (!whole.includes('TargetMode="External"')) expect(parts.has(posix.join(folder, target)), target).toBe(true)
      }
      for (const [, used = ''] of owner.matchAll(/\br:id="([^"]+)"/g)) expect(ids, rels).toContain(used)
    }
  })

  test('its charts are native: what is drawn stands in the workbook inside, and is what the API counts', async () => {
    const { parts, xml } = openDocx(await note('docx'))
    const charts = [...parts.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name)).sort()
    expect(charts).toHaveLength(4)
    expect(xml('word/document.xml').match(/<c:chart /g)).toHaveLength(4)
    const drawn = await Promise.all(charts.map((chart) => drawingOf(parts, xml, chart)))
    const shares = figures.filter((figure) => lastOf(figure).denominator !== undefined)
    const percent = ({ numerator = 0, denominator = 1 }: Point): number =>
      Math.round((numerator * 1e4) / denominator) / 100
    expect(drawn[0]?.labels).toEqual(shares.map(({ code }) => code))
    expect(drawn[0]?.series[0]).toEqual(shares.map((figure) => percent(lastOf(figure))))
    const [staffing, newcomers, young] = figures.filter(({ series }) => series !== undefined)
    expect(drawn[1]?.series[0]).toEqual(staffing?.series?.map(percent))
    expect(drawn[2]?.series[0]).toEqual(newcomers?.series?.map(({ value }) => value))
    expect(drawn[3]?.series[0]).toEqual(young?.series?.map(({ value }) => value))
    for (const { series, inWorkbook } of drawn) expect(inWorkbook).toEqual(series)
  })

  test('tables repeat their header, headings are headings, pages have numbers, charts have words', async () => {
    const { xml } = openDocx(await note('docx'))
    const document = xml('word/document.xml')
    const tables = document.match(/<w:tbl>/g)?.length ?? 0
    // The letterhead is laid out by a table without a header.
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables - 1)
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(8)
    expect(xml('word/footer1.xml')).toContain('PAGE')
    for (const [, about] of document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)) expect(about).toMatch(/\d/)
  })

  test('each figure leads to its page', async () => {
    const { xml } = openDocx(await note('docx'))
    const links = [...xml('word/_rels/document.xml.rels').matchAll(/Target="([^"]+)" TargetMode="External"/g)]
    const addresses = links.map(([, address = '']) => new URL(unescaped(address)))
    expect(addresses.length).toBeGreaterThan(1000)
    const codes = new Set(figures.map(({ code }) => code))
    for (const { origin, pathname, searchParams } of addresses) {
      expect(origin).toBe(URL_OF_ROST)
      if (pathname === '/loads') continue
      expect(codes).toContain(pathname.replace('/indicators/', ''))
      expect([BEFORE]).toContain(searchParams.get('before'))
    }
  })

  test('nobody is named in it', async () => {
    const { text } = openDocx(await note('docx'))
    const people = await house.services.database
      .reader(tenant)
      .selectFrom('registry.person')
      .select(['surname', 'given_name as given'])
      .execute()
    expect(people.filter(({ surname, given }) => text.includes(`${surname} ${given}`))).toEqual([])
  })

  test('what is typed stands in it as typed; what is not is a line', async () => {
    const typed = { number: '17-р', signedOn: '2026-01-15', signatory: 'И. О. <Фамилия>', addressee: 'Начальнику' }
    const { text } = openDocx(await note('docx', `&${new URLSearchParams(typed)}`))
    expect(text).toContain('от 15 января 2026 года № 17-р')
    expect(text).toContain('И. О. <Фамилия>')
    expect(openDocx(await note('docx')).text).toMatch(/от _+ № _+/)
  })
})

type Drawing = { labels: string[]; series: (number | null)[][]; inWorkbook: (number | null)[][] }

/** What the chart draws, and what its workbook holds. */
async function drawingOf(
  parts: ReadonlyMap<string, Uint8Array>,
  xml: (name: string) => string,
  chart: string,
): Promise<Drawing> {
  const drawn = xml(chart)
  const cache = (tag: string): (number | string | null)[][] =>
    [...drawn.matchAll(new RegExp(`<c:${tag}>.*?</c:${tag}>`, 'gs'))].map(([block]) => {
      const size = Number(/<c:ptCount val="(\d+)"/.exec(block)?.[1])
      const points = new Map(
        [...block.matchAll(/<c:pt idx="(\d+)"[^>]*>.*?<c:v>([^<]*)</gs)].map((m) => [Number(m[1]), m[2] ?? '']),
      )
      return Array.from({ length: size }, (_, i) => points.get(i) ?? null)
    })
  const target = /Target="\.\.\/(embeddings\/[^"]+\.xlsx)"/.exec(
    xml(chart.replace('charts/', 'charts/_rels/').concat('.rels')),
  )?.[1]
  const workbook = await openWorkbook(parts.get(`word/${target}`) ?? new Uint8Array(), house.dataFolder)
  const rows = [...workbook.values()][0] ?? []
  const series = cache('val').map((values) => values.map((value) => (value === null ? null : Number(value))))
  const numberOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)
  return {
    labels: (cache('cat')[0] ?? []).map(String),
    series,
    inWorkbook: series.map((_, i) => rows.slice(1).map((row) => numberOf(row[i + 1]))),
  }
}

test('PDF says the same figures on numbered pages', async () => {
  const { pages, text } = await pdfText(await note('pdf'))
  expect(pages).toBeGreaterThan(10)
  for (const figure of figures) expect(text).toContain(said(lastOf(figure)))
  expect(text).toContain(`аналитическая справка на 31 декабря 2025 года · ${pages} / ${pages}`)
})

describe('the workbook', () => {
  test('holds every figure, slice and point as the API counts them, unrounded', async () => {
    const workbook = await openWorkbook(await note('xlsx'), house.dataFolder)
    expect([...workbook.keys()]).toEqual(['Показатели', 'Срезы', 'Ряды', 'Люди не учтены', 'О справке'])
    const values = (workbook.get('Показатели') ?? []).slice(1).map((row) => [row[0], ...row.slice(2, 5)])
    expect(values).toEqual(figures.map((figure) => [figure.code, ...cellsOf(lastOf(figure))]))
    const slices = (workbook.get('Срезы') ?? []).slice(1).map((row) => [row[0], row[2], row[3], ...row.slice(4, 7)])
    const expected = figures.flatMap(({ code, slices: all }) =>
      Object.values(all).flatMap((rows) => rows.map((row) => [code, row.key, row.label, ...cellsOf(lastOf(row))])),
    )
    expect(sorted(slices)).toEqual(sorted(expected))
    const series = (workbook.get('Ряды') ?? []).slice(1).map((row) => [row[0], row[1], ...row.slice(2, 5)])
    expect(series).toEqual(
      figures.flatMap(({ code, series: points = [] }) => points.map((p) => [code, { date: p.date }, ...cellsOf(p)])),
    )
  })

  test('has charts of its own, and counts what is not counted without naming anybody', async () => {
    const bytes = await note('xlsx')
    const { parts } = openDocx(bytes)
    expect([...parts.keys()].filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(4)
    const rows = (await openWorkbook(bytes, house.dataFolder)).get('Люди не учтены') ?? []
    expect(rows).toContainEqual(['P03', 'не учтены и не исключены', 'должность не классифицирована', 2])
    const faulty = rows.filter(([, what]) => what === 'строки не приняты')
    expect(faulty.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(34)
  })
})

const cellsOf = ({ numerator, denominator, value }: Point): Cell[] => [
  numerator ?? null,
  denominator ?? null,
  value ?? null,
]

const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
