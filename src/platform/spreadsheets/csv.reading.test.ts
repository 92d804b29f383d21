import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { guessCsvDialect } from './csv.dialect.ts'
import { createCsvScanner } from './csv.scanner.ts'
import { defaultReadingLimits } from './reading.limits.ts'
import type { RowSink } from './row.batch.ts'
import { refusalOf, rowsOf, withSpreadsheet } from './spreadsheet.samples.ts'

const table = 'Код;Имя\r\n1;Пётр\r\n'
const read = [
  { row: 1, cells: ['Код', 'Имя'] },
  { row: 2, cells: ['1', 'Пётр'] },
]

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
  ['windows-1251', iconv.encode(table, 'win1251')],
  ['UTF-16 little-endian', iconv.encode(table, 'utf16le', { addBOM: true })],
  ['UTF-16 big-endian', iconv.encode(table, 'utf16be', { addBOM: true })],
  ['comma', Buffer.from(table.replaceAll(';', ','))],
  ['tab', Buffer.from(table.replaceAll(';', '\t'))],
  ['lone carriage returns', Buffer.from(table.replaceAll('\r\n', '\r'))],
  ['no last line break', Buffer.from(table.trimEnd())],
  ['declared delimiter', Buffer.from(`sep=|\r\n${table.replaceAll(';', '|')}`)],
])('%s', async (_, bytes) => {
  expect(await rowsOf(bytes)).toEqual(read)
})

test('the sheet has the name of the file', async () => {
  await withSpreadsheet(
    table,
    async (book) => expect(book.sheets).toEqual([{ name: 'обучение.2024', state: 'visible' }]),
    {
      name: 'обучение.2024.csv',
    },
  )
})

test('the encoding is told by the whole file: the first letter comes after 300,000 bytes', async () => {
  const digits = '1;2\r\n'.repeat(60_000)
  for (const bytes of [Buffer.from(`${digits}я;ё\r\n`), iconv.encode(`${digits}я;ё\r\n`, 'win1251')]) {
    expect((await rowsOf(bytes)).at(-1)).toEqual({ row: 60_001, cells: ['я', 'ё'] })
  }
})

test('quotes, line breaks in a cell, ragged and blank rows', async () => {
  const text = 'а;"б;""в"""\n\n"две\r\nстроки";;;\n;;\nООО "Луч";"г"д\n'
  expect(await rowsOf(text)).toEqual([
    { row: 1, cells: ['а', 'б;"в"'] },
    { row: 3, cells: ['две\nстроки'] },
    { row: 5, cells: ['ООО "Луч"', 'гд'] },
  ])
})

test.each([
  ['to the end', 'а;б\n1;"2\n3;4\n', { row: 2 }],
  ['up to a later quoted cell', 'а;б\n1;"2\n3;"4"\n5;6\n', { row: 2 }],
  ['over a long file', `а;б\n1;"2\n${'3;4\n'.repeat(200_000)}`, { row: 2 }],
])('a quote left open %s breaks the file', async (_, text, place) => {
  expect(await refusalOf(rowsOf(text))).toEqual({ code: 'file_broken', reason: 'quote_unclosed', ...place })
})

test('UTF-8 with damaged places is not taken for windows-1251', async () => {
  const text = Buffer.from('Фамилия;Имя\nИванова;Ольга\n'.repeat(50))
  const damaged = { code: 'file_broken', reason: 'text_damaged' }
  expect(await refusalOf(rowsOf(text.subarray(0, text.length - 2)))).toEqual(damaged)
  expect(await refusalOf(rowsOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xc0]), text])))).toEqual(damaged)
})

test.each([
  ['Список педагогов, на 01.09.2025\nКод;Имя\n1;Анна\n', ';'],
  ['Код;Предметы\n1;математика, физика, химия\n2;алгебра, геометрия, черчение\n', ';'],
  ['Вид;Ставка;С, по\nа;1,5;х\n', ';'],
  ['Код,Название,Дата\n1,"Семинар; практикум; круглый стол",2025-01-01\n', ','],
  ['"Код","Название;имя"\n1,а\n', ','],
  ['Код\n1\n', ';'],
  ['', ';'],
])('the delimiter of %j is %s', (head, delimiter) => {
  expect(guessCsvDialect(head)).toEqual({ delimiter, skip: 0 })
})

function scan(text: string, size: number): string[][] {
  const rows: string[][] = []
  const ignore = () => undefined
  const sink: RowSink = {
    startRow: () => rows.push([]),
    text: (column, value) => {
      const row = rows.at(-1)
      if (row !== undefined) row[column] = value
    },
    endRow: ignore,
    fill: ignore,
    number: ignore,
    shared: ignore,
    day: ignore,
    boolean: ignore,
    error: ignore,
  }
  const scanner = createCsvScanner(';', sink, defaultReadingLimits)
  for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size))
  scanner.finish()
  return rows
}

const cell = fc.string({ unit: fc.constantFrom('а', '1', ';', '"', '\n', ' ', ',') })

test('agrees with another parser on whatever is quoted properly, however it is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, size) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\r\n')
        const expected = parse(text, { delimiter: ';', relax_column_count: true })
        expect(scan(text, size)).toEqual(expected)
        expect(expected).toEqual(rows)
      },
    ),
  )
})
