import { type District, type DistrictOptions, type MadeSheet, makeDistrict } from '../district.ts'

/** The shape of one of eighteen districts of a large city: about 100 organisations and 3,500 staff rows. */
export function bigOptions(seed: number): DistrictOptions {
  return {
    seed,
    organisations: 98,
    people: 3340,
    learning: 3440,
    diagnostics: 3670,
    events: 150,
    attendance: 3720,
    communities: 40,
    members: 1220,
    mentoring: 400,
    pools: 220,
    staffing: 5,
  }
}

/** The districts of a large city, one at a time: each is made when it is asked for. */
export function* bigDistricts(seed: number, count = 18): Generator<District> {
  for (let index = 0; index < count; index++) yield makeDistrict(bigOptions(seed * 1000 + index))
}

/**
 * Organisations and a staff registry of so many rows and nothing else: a workbook on which loading is measured.
 * @param rows employments, without the header
 */
export function bigWorkbook(seed: number, rows = 100_000): District {
  const nothing = { learning: 0, diagnostics: 0, events: 0, attendance: 0, communities: 0, members: 0, mentoring: 0 }
  const organisations = Math.max(5, Math.round(rows / 40))
  const district = makeDistrict({ seed, organisations, people: rows, ...nothing, pools: 0, staffing: 0 })
  const cut = (sheet: MadeSheet): MadeSheet => ({ ...sheet, rows: sheet.rows.slice(0, sheet.header + 1 + rows) })
  const wanted = district.sheets.filter((sheet) => sheet.table === 'organisations' || sheet.table === 'staff')
  return { ...district, sheets: wanted.map((sheet) => (sheet.table === 'staff' ? cut(sheet) : sheet)) }
}
