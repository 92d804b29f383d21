import { readFile } from 'node:fs/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { Cell } from './cell.values.ts'
import { readSpreadsheet } from './spreadsheet.reader.ts'
import { collect, rowsOf, withSpreadsheet } from './spreadsheet.samples.ts'

const folder = new URL('../../../test/fixtures/district/', import.meta.url)

function fixture(name: string): string {
  return new URL(name, folder).pathname
}

test.each([
  ['organisations.xlsx', { Организации: 83 }],
  ['staff.xlsx', { Сотрудники: 2868 }],
  ['events.xlsx', { Мероприятия: 120, Участие: 3828 }],
  ['communities.xlsx', { Сообщества: 30, Участники: 1158 }],
  ['staffing.xlsx', { Штат: 407 }],
  ['learning.csv', { learning: 2591 }],
  ['diagnostics.csv', { diagnostics: 2798 }],
  ['mentoring.csv', { mentoring: 298 }],
  ['pools.csv', { pools: 170 }],
])('%s', async (name, counts) => {
  await using book = await readSpreadsheet({ path: fixture(name) }, name)
  const read: Record<string, number> = {}
  for (const { name: sheet } of book.sheets) read[sheet] = (await collect(book, sheet)).length
  expect(read).toEqual(counts)
})

/** How another reader would give the cell. */
function asForeign(cell: Cell): unknown {
  if (cell === null || typeof cell !== 'object') return cell
  return 'error' in cell ? cell.error : new Date(`${cell.date}T00:00:00Z`)
}

test.each(['staff.xlsx', 'events.xlsx', 'organisations.xlsx', 'staffing.xlsx', 'communities.xlsx'])(
  '%s reads cell for cell as another reader does',
  async (name) => {
    const bytes = await readFile(fixture(name))
    await withSpreadsheet(bytes, async (book) => {
      for (const sheet of book.sheets) {
        const theirs: unknown[] = []
        for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet.name })) {
          const cells = values.map((value) => (value === '' ? null : value))
          while (cells.at(-1) === null) cells.pop()
          if (cells.length > 0) theirs.push({ row: index + 1, cells })
        }
        const ours = (await collect(book, sheet.name)).map(({ row, cells }) => ({ row, cells: cells.map(asForeign) }))
        expect(ours).toEqual(theirs)
      }
    })
  },
)

test('a list in windows-1251 reads as the same in UTF-8', async () => {
  const utf8 = await readFile(fixture('learning.csv'))
  const rows = await rowsOf(utf8)
  expect(await rowsOf(iconv.encode(utf8.toString('utf8').replace('\ufeff', ''), 'win1251'))).toEqual(rows)
  expect(await rowsOf(iconv.encode(utf8.toString('utf8'), 'utf16le'))).toEqual(rows)
  expect(rows[0]?.cells[0]).toBe('СНИЛС')
  expect((await rowsOf(await readFile(fixture('diagnostics.csv'))))[0]?.cells[1]).toBe('Фамилия')
})
