import { answerOf, computeIndicators, findDefinitionsAt, SIXTEEN_CODES } from '../modules/indicators/index.ts'
import { type Command, CommandFailed, type ExitCode } from '../platform/command-line.ts'
import { Day } from '../platform/contract.ts'
import { vocabulary } from '../vocabulary.ts'
import { requireDistrict, terminalLanguage, text, withHouse } from './with-house.ts'

export const indicatorsCommand: Command = {
  usage: '--date D [--code P01,P02] [--by organisation|organisation_type|subject] [--district CODE] [--json]',
  summary: 'counts the sixteen indicators as of a day, or those named (also the district’s own)',
  options: {
    date: { type: 'string' },
    code: { type: 'string' },
    by: { type: 'string' },
    district: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: [0, 0],
  async run({ values }) {
    const date = readDate(text(values.date))
    const codes = text(values.code)
      ?.split(',')
      .map((code) => code.trim())
    return await withHouse<ExitCode>(async (house) => {
      const district = await requireDistrict(house, text(values.district))
      const db = house.services.database.reader(district.id)
      const definitions = await findDefinitionsAt(db, date, codes ?? SIXTEEN_CODES)
      const unknown = (codes ?? []).filter((code) => !definitions.some((d) => d.code === code))
      if (unknown.length > 0) throw new CommandFailed(`--code: no indicator ${unknown.join(', ')} on ${date}`)
      const by = readSlices(
        text(values.by),
        definitions.flatMap((d) => d.body.slices),
      )
      const language = terminalLanguage()
      const computed = await computeIndicators(db, definitions, { vocabulary, tenant: district.id, date, by, language })
      const answer = answerOf(date, computed, language)
      process.stdout.write(values.json ? `${JSON.stringify(answer)}\n` : describe(answer))
      return 0
    })
  },
}

function readDate(given: string | undefined): string {
  if (given === undefined) throw new CommandFailed('--date is needed, e.g. --date 2025-12-31')
  if (!Day.safeParse(given).success) throw new CommandFailed(`--date: ${given} is no day; write it as 2025-12-31`)
  return given
}

function readSlices(given: string | undefined, known: readonly string[]): string[] {
  if (given === undefined) return []
  const wanted = given.split(',').map((slice) => slice.trim())
  const unknown = wanted.filter((slice) => !known.includes(slice))
  if (unknown.length > 0)
    throw new CommandFailed(`--by: no slice ${unknown.join(', ')}; there are ${[...new Set(known)].sort().join(', ')}`)
  return wanted
}

type Answer = ReturnType<typeof answerOf>
type Figures = { numerator?: number | undefined; denominator?: number | undefined; value?: number | null | undefined }

function describe({ date, indicators }: Answer): string {
  const lines = indicators.map(
    (i) =>
      `${i.code.padEnd(5)} ${(i.series ?? [{ date, ...i }]).map((p) => `${i.series ? `${p.date}: ` : ''}${sayFigures(p)}`).join('; ')}  ${i.title}`,
  )
  return `${date}\n${lines.join('\n')}\n`
}

function sayFigures({ numerator, denominator, value }: Figures): string {
  if (numerator === undefined || denominator === undefined) return String(value ?? '—')
  return `${numerator} / ${denominator}${value === null || value === undefined ? '' : ` = ${(value * 100).toFixed(1)} %`}`
}
