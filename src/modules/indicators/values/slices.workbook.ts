import type { Language, Translator } from '../../../platform/messages.ts'
import { type Cell, type WrittenColumn, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import { amountOf, type Computed, type Figure } from './compute.ts'

type Telling = { readonly translator: Translator; readonly language: Language }
type Dated = Computed & { readonly date: string }

/** All slices, a sheet each, with the figures of another day beside where there is one; the total on a sheet of its own. */
export async function slicesWorkbook(
  now: Dated,
  before: Dated | undefined,
  { translator, language }: Telling,
): Promise<Buffer> {
  const say = (key: string): string => translator.say(language, `indicators:slices.${key}`)
  const isShare = lastOf(now.points)?.denominator != null
  const days = [now, ...(before === undefined ? [] : [before])]
  const columns: WrittenColumn[] = [
    { header: say('key'), width: 14, kind: 'text' },
    { header: say('label'), width: 44, kind: 'text' },
    ...days.flatMap(({ date }) => columnsOf(date, isShare, say)),
    ...(before === undefined ? [] : [{ header: say('change'), width: 12, kind: 'number' as const }]),
  ]
  const rowOf = (key: string, label: string, figures: readonly (Figure | undefined)[]): Cell[] => {
    const [first = null, second = null] = figures.map(shownOf)
    const change = first === null || second === null ? null : toSix(first - second)
    return [
      key,
      label,
      ...figures.flatMap((figure) => cellsOf(figure, isShare)),
      ...(before === undefined ? [] : [change]),
    ]
  }
  const total = rowOf(
    now.definition.code,
    language === 'ru' ? now.definition.titleRu : now.definition.titleEn,
    days.map(({ points }) => lastOf(points)),
  )
  const sheets = [...now.slices.keys()].map((slice) => {
    const rows = days.map(({ slices }) => new Map(slices.get(slice)?.map((row) => [row.key, row])))
    const keys = [...new Set(rows.flatMap((one) => [...one.keys()]))]
    return {
      name: say(`names.${slice}`),
      columns,
      rows: keys.map((key) => {
        const label = rows.map((one) => one.get(key)?.label).find((text) => text !== undefined) ?? key
        const figures = rows.map((one) => lastOf(one.get(key)?.points ?? []))
        return rowOf(key, label, figures)
      }),
    }
  })
  return await writeWorkbook({ sheets: [{ name: say('total'), columns, rows: [total] }, ...sheets] })
}

const lastOf = (points: readonly Figure[]): Figure | undefined => points.at(-1)

function columnsOf(date: string, isShare: boolean, say: (key: string) => string): WrittenColumn[] {
  const day = date.split('-').reverse().join('.')
  const column = (name: string): WrittenColumn => ({ header: `${say(name)}, ${day}`, width: 16, kind: 'number' })
  return isShare ? [column('numerator'), column('denominator'), column('value')] : [column('count')]
}

function cellsOf(figure: Figure | undefined, isShare: boolean): Cell[] {
  if (!isShare) return [figure?.numerator ?? null]
  return [figure?.numerator ?? null, figure?.denominator ?? null, shownOf(figure)]
}

/** As a cell shows it, without the noise of binary fractions. */
function shownOf(figure: Figure | undefined): number | null {
  const amount = figure === undefined ? null : amountOf(figure)
  return amount === null ? null : toSix(amount)
}

const toSix = (value: number): number => Math.round(value * 1e6) / 1e6
