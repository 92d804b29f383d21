import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sheetXml, withFile, workbookOf, workbookParts } from './spreadsheet.samples.ts'
import { deflated, inflatingTo, rawZip } from './zip.samples.ts'

type Outcome = { readonly result: number | string; readonly ms: number; readonly growthMb: number }

const script = `
  const { readSpreadsheet } = await import(process.argv[1])
  const idle = await readSpreadsheet({ path: process.argv[2] }, 'idle')
  await idle.close()
  const before = process.resourceUsage().maxRSS
  const since = performance.now()
  let result = 0
  try {
    const book = await readSpreadsheet({ path: process.argv[3] }, 'file')
    for await (const rows of book.rows()) result += rows.length
    await book.close()
  } catch (error) {
    result = error.reason ?? String(error)
  }
  const growthMb = (process.resourceUsage().maxRSS - before) / 1024
  console.log(JSON.stringify({ result, ms: performance.now() - since, growthMb }))`

/** Reads the file in a process of its own, after a small one, and tells how much memory and time that took more. */
async function measured(bytes: Uint8Array): Promise<Outcome> {
  return withFile(workbookOf('<row/>'), (idle) =>
    withFile(bytes, async (path) => {
      const reader = new URL('./spreadsheet.reader.ts', import.meta.url).href
      const args = ['--input-type=module', '-e', script, reader, idle, path]
      const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 })
      return JSON.parse(stdout)
    }),
  )
}

const parts = workbookParts({ sheets: [{ name: 'a', xml: '' }] })
const head = '<worksheet><sheetData><row r="1">'

function bomb(mebibytes: number, declared: number): Buffer {
  return rawZip(
    Object.entries(parts).map(([name, text]) => {
      return name === 'xl/sheets/s1.xml'
        ? { name, data: inflatingTo(head, mebibytes), bytes: declared }
        : deflated(name, text)
    }),
  )
}

const gibibyte = 1024 ** 3

test.each([
  ['that tells its size', gibibyte + head.length, 'inflated_bytes'],
  ['that hides its size', 1000, 'archive_bomb'],
  ['that owns to as much as it may', 19 * 1024 ** 2, 'archive_bomb'],
])('a bomb %s is refused at once', async (_, declared, reason) => {
  const { result, ms, growthMb } = await measured(bomb(1024, declared))
  expect(result).toBe(reason)
  expect(ms).toBeLessThan(20_000)
  expect(growthMb).toBeLessThan(100)
})

test('a million empty rows are nothing', async () => {
  for (const row of ['<row/>', '<row></row>']) {
    const { result, ms, growthMb } = await measured(workbookOf(row.repeat(1_000_000)))
    expect(result).toBe(0)
    expect(ms).toBeLessThan(40_000)
    expect(growthMb).toBeLessThan(100)
  }
})

test('rows that are filled to the last column only are refused before they fill the memory', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`).join('')
  const { result, growthMb } = await measured(workbookOf(rows))
  expect(result).toBe('cells')
  expect(growthMb).toBeLessThan(200)
})

test('100,000 rows of 17 cells take less than 250 MB', { timeout: 90_000 }, async () => {
  const cells = (row: number) =>
    Array.from({ length: 17 }, (_, column) => {
      const ref = `${String.fromCharCode(65 + column)}${row}`
      if (column % 4 === 0) return `<c r="${ref}" s="1"><v>${40_000 + ((row * column) % 5000)}</v></c>`
      if (column % 4 === 1) return `<c r="${ref}"><v>${row * column}</v></c>`
      return `<c r="${ref}" t="s"><v>${(row * (column + 1)) % 60_000}</v></c>`
    }).join('')
  const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 1}">${cells(index + 1)}</row>`).join('')
  const texts = Array.from({ length: 60_000 }, (_, index) => `<si><t>Иванова Ольга ${index}</t></si>`).join('')
  const all = workbookParts({ sheets: [{ name: 'a', xml: sheetXml(rows) }], strings: `<sst>${texts}</sst>` })
  expect(all['xl/sheets/s1.xml']?.length).toBeGreaterThan(40_000_000)
  const { result, growthMb } = await measured(rawZip(Object.entries(all).map(([name, text]) => deflated(name, text))))
  expect(result).toBe(100_000)
  expect(growthMb).toBeLessThan(250)
})
