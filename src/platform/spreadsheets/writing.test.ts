import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Cell } from './cell.values.ts'
import { writeCsv } from './csv.writer.ts'
import { collect, rowsOf, withSpreadsheet } from './spreadsheet.samples.ts'
import { writeWorkbook } from './workbook.writer.ts'

const dangerous = [
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '#N/A',
  '#REF!',
  '_x0041_',
  'a\r\nb',
  ' край ',
  "'=1",
]
const values: Cell[] = [
  12345678901,
  1.25,
  true,
  false,
  { date: '1988-02-29' },
  { date: '1900-01-01' },
  { error: '#N/A' },
  null,
]

test('what is written reads back as it was, texts that look like formulas and errors too', async () => {
  const columns = [...dangerous, ...values].map((_, index) => ({ header: `=Столбец ${index}` }))
  const bytes = await writeWorkbook({ sheets: [{ name: 'Лист', columns, rows: [[...dangerous, ...values, 'конец']] }] })
  const [header, row] = await rowsOf(bytes)
  expect(header?.cells).toEqual(columns.map((column) => column.header))
  expect(row).toEqual({ row: 2, cells: [...dangerous, ...values, 'конец'] })
})

test('the sheet has a frozen header, a filter, widths and formats, and no formula', async () => {
  const columns = [
    { header: 'СНИЛС', width: 16, kind: 'text' },
    { header: 'Дата', kind: 'date' },
    { header: 'Тема' },
  ] as const
  const rows = [
    ['1', { date: '2024-09-10' }, '=1+1'],
    ['2', null, 'тема'],
  ]
  const files = unzipSync(await writeWorkbook({ sheets: [{ name: 'a', columns, rows }] }))
  const partOf = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const sheet = partOf('xl/worksheets/sheet1.xml')
  expect(sheet).toContain('state="frozen"')
  expect(sheet).toContain('ySplit="1"')
  expect(sheet).toContain('<autoFilter ref="A1:C3"/>')
  expect(sheet).toMatch(/<col [^>]*width="16"/)
  expect(sheet).not.toContain('<f>')
  expect(partOf('xl/styles.xml')).toContain('formatCode="dd.mm.yyyy"')
  expect(partOf('docProps/core.xml')).toContain('>2000-01-01T00:00:00Z</dcterms:modified>')

  const styleOf = (ref: string) => new RegExp(`<c r="${ref}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]
  expect(styleOf('C2')).toBeDefined()
  expect(styleOf('C2')).toBe(styleOf('A2'))
  expect(styleOf('C3')).toBeUndefined()
})

test('names of sheets are made to fit', async () => {
  const names = ['План/факт [2025]', 'план_факт _2025_', '', 'Очень длинное название листа, которое не поместится']
  const bytes = await writeWorkbook({ sheets: names.map((name) => ({ name, columns: [{ header: 'a' }], rows: [] })) })
  await withSpreadsheet(bytes, async (book) => {
    const written = book.sheets.map((sheet) => sheet.name)
    expect(written).toEqual(['План_факт _2025_', 'план_факт _2025_ (2)', 'Лист', 'Очень длинное название листа, к'])
    expect(await collect(book, 'Лист')).toEqual([{ row: 1, cells: ['a'] }])
  })
})

test('the same content gives the same bytes, here and in a thread', async () => {
  const rows = Array.from({ length: 6000 }, (_, index): Cell[] => [index, `=${index % 10}`])
  const sheet = { name: 'a', columns: [{ header: 'x' }, { header: 'y' }], rows }
  const [small, smallAgain] = [
    { ...sheet, rows: rows.slice(0, 9) },
    { ...sheet, rows: rows.slice(0, 9) },
  ]
  expect((await writeWorkbook({ sheets: [small] })).equals(await writeWorkbook({ sheets: [smallAgain] }))).toBe(true)
  const large = await writeWorkbook({ sheets: [sheet] })
  expect(large.equals(await writeWorkbook({ sheets: [sheet] }))).toBe(true)
  expect(await rowsOf(large)).toHaveLength(6001)
})

test('CSV guards formulas and leaves numbers, dates and names as they read', () => {
  const rows: Cell[][] = [['=1+1', '-5', -5, 1.25, { date: '2024-09-10' }, true, 'а;"б"', ' в', null, '-']]
  expect(writeCsv({ header: ['К', '+7'], rows }).toString()).toBe(
    '\ufeffК;+7\r\n\'=1+1;-5;-5;1,25;10.09.2024;ИСТИНА;"а;""б""";" в";;\'-\r\n',
  )
})

const harmless = fc.string({ unit: fc.constantFrom('а', '1', ';', '"', '\n', ' ', ',') }).map((text) => `я${text}`)

test('CSV reads back as it was written', async () => {
  const table = fc.array(fc.array(harmless, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const bytes = writeCsv({ header: ['к', 'л', 'м', 'н', 'о', 'п'], rows })
      expect((await rowsOf(bytes)).slice(1).map((row) => row.cells)).toEqual(rows)
    }),
    { numRuns: 50 },
  )
})

test('a chart draws the cells of its sheet, and the same workbook gives the same bytes', async () => {
  const chart = { kind: 'line', title: 'По годам', labels: 0, values: [1], rows: [1, 2] } as const
  const charts = [{ ...chart, at: { row: 5, column: 0, rows: 10, columns: 5 } }]
  const rows = [
    ['2023', 1],
    ['2024', 2],
    ['2025', 3],
  ]
  const sheet = { name: 'Ряды', columns: [{ header: 'Год' }, { header: 'Число' }], rows, charts }
  const bytes = await writeWorkbook({ sheets: [sheet] })
  const parts = unzipSync(bytes)
  const drawn = strFromU8(parts['xl/charts/chart1.xml'] ?? new Uint8Array())
  expect(drawn).toContain('<c:lineChart>')
  expect([...drawn.matchAll(/<c:f>([^<]*)</g)].map(([, cells]) => cells?.replaceAll('$', ''))).toEqual(
    expect.arrayContaining([expect.stringMatching(/!A3:A4$/), expect.stringMatching(/!B3:B4$/)]),
  )
  expect((await writeWorkbook({ sheets: [sheet] })).equals(bytes)).toBe(true)
})
