/** Real files of the fixtures, cut to a length that hundreds of them can be loaded in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export type Base = { readonly name: string; readonly bytes: Uint8Array }

const ROWS = 36
const STRING = /(<c [^>]*t="s"[^>]*><v>)(\d+)(<\/v>)/g

/** The first rows of every sheet, with the texts they need; all else of the archive as it is. */
function cutWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const places = new Map<string, number>()
  for (const [name, content] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue
    const xml = strFromU8(content)
    const end = xml.indexOf(`<row r="${ROWS + 1}"`)
    const cut = end < 0 ? xml : `${xml.slice(0, end)}${xml.slice(xml.lastIndexOf('</sheetData>'))}`
    const renumbered = cut.replace(STRING, (_, before: string, place: string, after: string) => {
      const known = places.get(place) ?? places.size
      places.set(place, known)
      return `${before}${known}${after}`
    })
    parts[name] = strToU8(renumbered)
  }
  const table = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
  const texts = table.match(/<si>.*?<\/si>/gs) ?? []
  const kept = [...places.keys()].map((place) => texts[Number(place)] ?? '<si/>')
  parts['xl/sharedStrings.xml'] = strToU8(`${table.slice(0, table.indexOf('<si>'))}${kept.join('')}</sst>`)
  return zipSync(parts)
}

function cutText(bytes: Uint8Array): Uint8Array {
  let end = 0
  for (let lines = 0; lines < ROWS && end >= 0; lines++) end = bytes.indexOf(10, end) + 1 || bytes.length
  return bytes.slice(0, end)
}

const names = ['organisations.xlsx', 'staff.xlsx', 'events.xlsx', 'communities.xlsx', 'staffing.xlsx'] as const
const texts = ['learning.csv', 'diagnostics.csv', 'mentoring.csv', 'pools.csv'] as const

/** Every file of the fixture district, short. */
export const bases: readonly Base[] = [...names, ...texts].map((name) => {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/district', name)))
  return { name, bytes: name.endsWith('.xlsx') ? cutWorkbook(bytes) : cutText(bytes) }
})
