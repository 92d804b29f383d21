import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { sheetXml, workbookParts, zipOf } from '../../../platform/spreadsheets/spreadsheet.samples.ts'
import { createDistrict, type DistrictSeed } from '../districts/district.creation.ts'
import type { LoadAnswer } from '../exchange/load.answer.ts'
import { loadFolder } from '../exchange/load.command.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'

type Value = string | number | null | { readonly error: string } | { readonly day: number }
/** A row of a made-up workbook; `null` is a row without cells. */
export type Line = readonly Value[] | null
export type Tab = {
  readonly name: string
  readonly rows: readonly Line[]
  readonly state?: 'hidden'
  readonly hiddenRows?: readonly number[]
  /** Numbers of rows in red. */
  readonly redRows?: readonly number[]
  /** Numbers of rows with a note on the first cell. */
  readonly notedRows?: readonly number[]
}

/** A workbook as a school would send it; numbers stay numbers, `day` is a date cell by Excel's count of days. */
export function bookOf(tabs: readonly Tab[]): Buffer {
  const red = '<fills><fill/><fill/><fill><patternFill><fgColor rgb="FFFF0000"/></patternFill></fill></fills>'
  const formats = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="0" fillId="2"/></cellXfs>'
  const sheetsOf = tabs.map(({ name, rows, state, hiddenRows = [], redRows = [] }) => ({
    name,
    xml: sheetXml(
      rows.map((row, at) => rowXml(at + 1, row ?? [], hiddenRows.includes(at + 1), redRows.includes(at + 1))).join(''),
    ),
    ...(state && { state }),
  }))
  const styles = `<styleSheet>${red}${formats}</styleSheet>`
  return zipOf({ ...workbookParts({ sheets: sheetsOf, styles }), ...notesOf(tabs) })
}

const NOTES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'

function notesOf(tabs: readonly Tab[]): Record<string, string> {
  const parts = tabs.flatMap(({ notedRows = [] }, at): [string, string][] =>
    notedRows.length === 0
      ? []
      : [
          [
            `xl/sheets/_rels/s${at + 1}.xml.rels`,
            `<Relationships><Relationship Id="n" Type="${NOTES}" Target="../notes${at + 1}.xml"/></Relationships>`,
          ],
          [
            `xl/notes${at + 1}.xml`,
            `<comments><commentList>${notedRows.map((row) => `<comment ref="A${row}"/>`).join('')}</commentList></comments>`,
          ],
        ],
  )
  return Object.fromEntries(parts)
}

function rowXml(number: number, cells: readonly Value[], isHidden: boolean, isRed: boolean): string {
  const look = isRed ? ' s="2"' : ''
  const xml = cells.map((value) => {
    if (value === null) return '<c/>'
    if (typeof value === 'number') return `<c${look}><v>${value}</v></c>`
    if (typeof value === 'string')
      return `<c${look} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
    return 'day' in value ? `<c s="1"><v>${value.day}</v></c>` : `<c t="e"><v>${value.error}</v></c>`
  })
  return `<row r="${number}"${isHidden ? ' hidden="1"' : ''}>${xml.join('')}</row>`
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export type Files = Readonly<Record<string, string | Buffer>>

/** A district of its own for each test, and `rost load` with or without a profile. */
export async function openProfiles(sheets: readonly SheetDeclaration[], seeds: readonly DistrictSeed[]) {
  const house = await openTestHouse()
  const { services } = house
  const { database, master } = services
  const folder = await mkdtemp(join(tmpdir(), 'rost-profiles-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  let count = 0
  let code = ''
  let tenant = 0
  beforeEach(async () => {
    code = `profile-${++count}`
    tenant = await database.write(null, (tx) => createDistrict(tx, { code, name: code }, { master, seeds }))
  })
  const load = async (files: Files, profile: string | null = 'usual'): Promise<LoadAnswer> => {
    const path = await mkdtemp(join(folder, 'f-'))
    for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content)
    return await loadFolder(services, code, path, { sheets, ...(profile !== null && { profile }) })
  }
  return {
    house,
    load,
    at: {
      get tenant() {
        return tenant
      },
      get code() {
        return code
      },
    },
    /** Employments as they stand, a line each. */
    staff: async (): Promise<string[]> => {
      const { rows } = await sql<{ line: string }>`
        select concat_ws(' | ', o.code, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')),
          to_char(p.birth_on::date, 'YYYY-MM-DD'), q.name, nullif((
            select string_agg(v.label, ', ' order by v.label) from registry.classifier_value v
            where v.tenant_id = e.tenant_id and v.id = any (e.subject_ids)), ''), e.rate, e.main, e.hired_on) as line
        from registry.employment e
        join registry.person p on p.tenant_id = e.tenant_id and p.id = e.person_id
        join registry.organisation o on o.tenant_id = e.tenant_id and o.id = e.organisation_id
        join registry.position q on q.tenant_id = e.tenant_id and q.id = e.position_id
        order by e.source_row, e.id`.execute(database.reader(tenant))
      return rows.map(({ line }) => line)
    },
    /** Values of an open list. */
    labels: async (kind: string): Promise<string[]> => {
      const values = database.reader(tenant).selectFrom('registry.classifier_value').select('label')
      return (await values.where('kind', '=', kind).execute()).map(({ label }) => label)
    },
    column: async (table: string, column: string): Promise<unknown[]> => {
      const { rows } = await sql<{ value: unknown }>`
        select ${sql.ref(column)} as value from ${sql.table(table)} order by source_id, source_row`.execute(
        database.reader(tenant),
      )
      return rows.map(({ value }) => value)
    },
  }
}

/** `row code column` of what was set right or doubted in a file. */
export function toldIn(answer: LoadAnswer, file: string): string[] {
  const found = answer.files.filter((one) => one.file === file)
  if (found.length === 0) expect.fail(`${file}: ${JSON.stringify(answer.unread)}`)
  return found.flatMap((one) =>
    one.warnings.flatMap(({ row, code, column }) => (column === undefined ? [] : [`${row} ${code} ${column}`.trim()])),
  )
}

export const refusedIn = (answer: LoadAnswer, file: string): string[] =>
  answer.files
    .filter((one) => one.file === file)
    .flatMap(({ rejected }) => rejected.map(({ row, column, code }) => `${row} ${column} ${code}`))
