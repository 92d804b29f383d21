/** Files that strangers, broken programs and haste send; each under a name of the exchange folder. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sheetXml, workbookOf, workbookParts, zipOf } from '../../src/platform/spreadsheets/spreadsheet.samples.ts'
import { deflated, inflatingTo, rawZip } from '../../src/platform/spreadsheets/zip.samples.ts'

export type HostileFile = {
  readonly what: string
  readonly name: string
  readonly bytes: Uint8Array
  /** What it is refused with. */
  readonly code: string
}

const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/district', name))

/** A sheet that inflates to a gigabyte; `declared` is what the archive says of it. */
function bomb(declared: number): Buffer {
  const parts = workbookParts({ sheets: [{ name: 'a', xml: '' }] })
  const entries = Object.entries(parts).map(([name, text]) => deflated(name, text))
  const data = inflatingTo('<?xml version="1.0"?><worksheet><sheetData>', 1024)
  return rawZip(entries.map((one) => (one.name === 'xl/sheets/s1.xml' ? { ...one, data, bytes: declared } : one)))
}

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
const entities = `<!DOCTYPE sst [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${laughs}]>`

function withEntities(): Buffer {
  const cells = ['&l9;', '&file;'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
  const xml = sheetXml(`<row r="1">${cells}</row>`).replace('?>', `?>${entities}`)
  return zipOf(workbookParts({ sheets: [{ name: 'a', xml }] }))
}

const emptyRows = (): Buffer =>
  workbookOf(Array.from({ length: 1_048_576 }, (_, at) => `<row r="${at + 1}"/>`).join(''))

/** A real registry whose sheet ends in the middle, after thousands of good rows, in an archive that is whole. */
function cutWithin(name: string): Uint8Array {
  const parts = unzipSync(fixture(name))
  const sheet = Object.keys(parts).find((part) => part.includes('worksheets/sheet')) ?? ''
  const xml = strFromU8(parts[sheet] ?? new Uint8Array())
  return zipSync({ ...parts, [sheet]: strToU8(xml.slice(0, Math.floor(xml.length * 0.7))) })
}

const html = Buffer.from('<html><body><table><tr><td>Код ОО</td></tr></table></body></html>')

/** Each folder holds a name once. */
export const folders = (): Readonly<Record<string, readonly HostileFile[]>> => ({
  'swollen and odd': [
    { what: '3 MB that say they are 1 GB', name: 'staff.xlsx', bytes: bomb(1024 ** 3), code: 'file_too_large' },
    // Taken for text, never for what they stand for: so no header is found.
    { what: 'entities upon entities', name: 'events.xlsx', bytes: withEntities(), code: 'columns_missing' },
    { what: 'a million empty rows', name: 'communities.xlsx', bytes: emptyRows(), code: 'columns_missing' },
    {
      what: 'a password',
      name: 'staffing.xlsx',
      bytes: Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
      code: 'file_encrypted',
    },
    { what: 'nothing', name: 'learning.csv', bytes: new Uint8Array(), code: 'file_broken' },
    { what: 'a web page called .csv', name: 'diagnostics.csv', bytes: html, code: 'format_unsupported' },
    { what: 'a web page called .xls', name: 'staff.xls', bytes: html, code: 'format_unsupported' },
    { what: 'one line without end', name: 'pools.csv', bytes: Buffer.alloc(20_000_000, 'я'), code: 'file_too_large' },
  ],
  'lying and cut': [
    { what: '3 MB that say they are 3 MB', name: 'staff.xlsx', bytes: bomb(3_000_000), code: 'file_too_large' },
    {
      what: 'half a file',
      name: 'events.xlsx',
      bytes: fixture('events.xlsx').subarray(0, 80_000),
      code: 'file_broken',
    },
    {
      what: 'a sheet that ends midway',
      name: 'communities.xlsx',
      bytes: cutWithin('communities.xlsx'),
      code: 'file_broken',
    },
    { what: 'a workbook of before 2007', name: 'staffing.xlsx', bytes: compound, code: 'format_unsupported' },
    {
      what: 'a picture',
      name: 'learning.csv',
      bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      code: 'format_unsupported',
    },
    { what: 'another table', name: 'mentoring.csv', bytes: Buffer.from('a;b\n1;2\n'), code: 'columns_missing' },
  ],
})

export const good = { name: 'organisations.xlsx', bytes: fixture('organisations.xlsx'), rows: 80 }
