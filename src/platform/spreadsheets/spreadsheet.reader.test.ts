import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readSpreadsheet } from './spreadsheet.reader.ts'
import {
  collect,
  refusalOf,
  sheetXml,
  withFile,
  withSpreadsheet,
  workbookOf,
  workbookParts,
  zipOf,
} from './spreadsheet.samples.ts'
import { deflated, rawZip } from './zip.samples.ts'

test('sheets by name, in order, hidden ones too, charts not', async () => {
  const cell = (value: number) => sheetXml(`<row r="1"><c r="A1"><v>${value}</v></c></row>`)
  const parts = workbookParts({
    sheets: [
      { name: 'Мероприятия &amp; дни', xml: cell(1) },
      { name: 'Диаграмма', xml: '<chartsheet/>', kind: 'chartsheet' },
      { name: 'Участие', xml: cell(2), state: 'hidden' },
      { name: 'Служебный', xml: cell(3), state: 'veryHidden' },
    ],
  })
  await withSpreadsheet(zipOf(parts), async (book) => {
    expect(book.format).toBe('xlsx')
    expect(book.sheets).toEqual([
      { name: 'Мероприятия & дни', state: 'visible' },
      { name: 'Участие', state: 'hidden' },
      { name: 'Служебный', state: 'veryHidden' },
    ])
    expect(await collect(book, 'Участие')).toEqual([{ row: 1, cells: [2] }])
    expect(await collect(book)).toEqual([{ row: 1, cells: [1] }])
    expect(() => book.rows('Другой')).toThrow(RangeError)
  })
})

const longSheet = (rows: number) =>
  Array.from(
    { length: rows },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index % 7}</v></c></row>`,
  ).join('')
const sevenStrings = `<sst>${[...'абвгдеж'].map((letter) => `<si><t>${letter}</t></si>`).join('')}</sst>`

test('a reader may leave early and begin again', async () => {
  const texts = Array.from({ length: 9000 }, (_, index) => `текст ${index}`)
  const strings = `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`
  const rows = texts.map((_, index) => `<row><c t="s"><v>${index}</v></c></row>`).join('')
  await withSpreadsheet(workbookOf(rows, { strings }), async (book) => {
    for await (const batch of book.rows()) {
      expect(batch).toHaveLength(1000)
      break
    }
    expect((await collect(book)).map(({ cells }) => cells[0])).toEqual(texts)
  })
})

test('a reading that was overtaken by another one says so', async () => {
  await withSpreadsheet(workbookOf(longSheet(9000), { strings: sevenStrings }), async (book) => {
    const first = book.rows()
    await first.next()
    expect(await collect(book)).toHaveLength(9000)
    await expect(first.next()).rejects.toThrow('Another reading')
  })
})

async function drain(rows: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of rows);
}

test('closing ends a reading under way', async () => {
  await withSpreadsheet(workbookOf(longSheet(9000), { strings: sevenStrings }), async (book) => {
    const rows = book.rows()
    await rows.next()
    await book.close()
    await expect(drain(rows)).rejects.toThrow('closed')
  })
})

test('a fault crosses from the thread with its place', async () => {
  const cut = workbookOf('<row r="8"/><row r="9"><c r="A9"><v>1')
  const refusal = await refusalOf(withSpreadsheet(cut, (book) => collect(book)))
  expect(refusal).toEqual({ code: 'file_broken', reason: 'xml_damaged', part: 'xl/sheets/s1.xml', row: 9 })
})

test('what a caller waits is limited in all, not each time', async () => {
  const rows = Array.from({ length: 400_000 }, (_, row) => `<row>${`<c><v>${row * 7919}</v></c>`.repeat(6)}</row>`)
  const parts = { ...workbookParts({ sheets: [{ name: 'a', xml: '' }] }), 'xl/sheets/s1.xml': sheetXml(rows.join('')) }
  const bytes = rawZip(Object.entries(parts).map(([name, text]) => deflated(name, text)))
  const since = performance.now()
  await withSpreadsheet(bytes, async (book) => expect(book.sheets).toHaveLength(1))
  const opening = performance.now() - since
  const limits = { waitMs: Math.round(2 * opening + 100) }
  const late = withSpreadsheet(bytes, (book) => collect(book), { limits })
  expect(await refusalOf(late)).toEqual({ code: 'file_too_large', reason: 'time', limit: limits.waitMs })
})

test('what the caller does between batches is not waiting, and batches that queue up keep their order', async () => {
  await withSpreadsheet(
    workbookOf(longSheet(5000), { strings: sevenStrings }),
    async (book) => {
      const numbers: number[] = []
      for await (const rows of book.rows()) {
        numbers.push(...rows.map((row) => row.row))
        await setTimeout(1200)
      }
      expect(numbers).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1))
    },
    { limits: { waitMs: 5000 } },
  )
})

test('a thread that runs out of its memory is a fault, not the end of the process', async () => {
  const sheets = Array.from({ length: 400_000 }, (_, index) => `<sheet name="Лист ${index}" r:id="r1"/>`)
  const parts = workbookParts({ sheets: [] })
  const bytes = zipOf({ ...parts, 'xl/workbook.xml': `<workbook><sheets>${sheets.join('')}</sheets></workbook>` })
  const limits = { workerHeapMb: 1, sheets: 1_000_000, partBytes: 64 * 1024 ** 2, waitMs: 20_000 }
  const refusal = await refusalOf(withSpreadsheet(bytes, (book) => collect(book), { limits }))
  expect(refusal).toEqual({ code: 'file_too_large', reason: 'memory' })
})

test('a file that is not there is no fault of its content', async () => {
  await withFile('', async (path) => {
    await expect(readSpreadsheet({ path: `${path}.absent` }, 'a.csv')).rejects.toThrow('ENOENT')
  })
})
