import { readsAs } from '../../../../platform/spreadsheets/index.ts'
import { parseDay } from '../../exchange/day.parsing.ts'
import { headerKey, tidy } from '../../text.ts'
import { repairDay } from './days.ts'
import { isNone, type Repair } from './repair.ts'

export const CATEGORY = 'Категория'
/** The columns that tell more of it. */
const TOLD = { on: 'Категория присвоена', until: 'Категория действует по', order: 'Приказ о категории' } as const
/** Supplied by what stands beside a category in its cell, where a file has no columns for them. */
export const CATEGORY_COLUMNS: readonly string[] = Object.values(TOLD)

const ORDER =
  /[\s,;(]+((?:приказ|пр\.|распоряжение)(?:[^,;()]*?)(?:от\s+)?\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}))\s*(?:г\.?)?\)?$/
const DAY = '\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})|\\d{1,2}\\.(?:19|20)\\d{2}|(?:[а-я]+\\s+)?(?:19|20)\\d{2}'
const WHEN = new RegExp(`[\\s,;(]+(?:(до|по)\\s*|(?:от|с|присвоена)\\s*)?(${DAY})\\s*(?:г\\.?|год[ау]?)?\\)?$`)
const SUFFIX = '\\s*(?:к\\.?к\\.?|кк|кв(?:ал)?\\.?|квалификационная)?\\s*(?:кат(?:\\.|егория)?)?'
const WORDS: readonly (readonly [RegExp, string | null])[] = [
  [new RegExp(`^(?:высшая|высш\\.?|в|вкк|вк)${SUFFIX}$`), 'высшая'],
  [new RegExp(`^(?:первая|перв\\.?|1|i|1-я|1-ая|1кк|пкк)${SUFFIX}$`), 'первая'],
  [
    /^(сзд|соотв(\.|етствие)?( занимаемой)?( должн(\.|ости))?|соответствует( занимаемой должности)?|с\.?з\.?д\.?)$/,
    'СЗД',
  ],
  [/^(пед(\.|агог)?[- ]методист)$/, 'педагог-методист'],
  [/^(пед(\.|агог)?[- ]наставник)$/, 'педагог-наставник'],
  [/^(б\/к|без категории|без кат\.?|не имеет|нет категории|б\.?к\.?)$/, null],
]

/**
 * What a cell says of a category: its name, or that there is none, and beside it the day it was granted, its last day or
 * its order. A day that nothing says more of is when it was granted, unless it is behind `today`: nobody grants ahead.
 */
export function categoryOf(text: string, today: string): Repair | undefined {
  const key = headerKey(text)
  const { bare, beside } = daysOf(key, today)
  if (isNone(bare)) return bare === key || bare === '' ? { cell: null, kind: 'blank' } : undefined
  const known = WORDS.find(([pattern]) => pattern.test(bare))
  if (known === undefined) return undefined
  const [, value] = known
  if (value === key) return undefined
  if (value === null) return { cell: null, kind: 'category' }
  if (bare === key) return { cell: value, kind: 'category' }
  return { cell: value, kind: 'category_date', ...(Object.keys(beside).length > 0 && { beside }) }
}

function daysOf(key: string, today: string): { readonly bare: string; readonly beside: Record<string, string> } {
  const beside: Record<string, string> = {}
  let bare = key
  const order = ORDER.exec(bare)
  if (order !== null) {
    beside[TOLD.order] = tidy(order[1] ?? '')
    bare = bare.slice(0, order.index)
  }
  for (let found = WHEN.exec(bare); found !== null; found = WHEN.exec(bare)) {
    bare = bare.slice(0, found.index)
    const [, ends, said = ''] = found
    const day = dayOf(said, ends !== undefined, today)
    const iso = parseDay(day)
    if (iso !== undefined) beside[ends === undefined && iso <= today ? TOLD.on : TOLD.until] ??= day
  }
  return { bare: bare.trim(), beside }
}

function dayOf(said: string, isEnd: boolean, today: string): string {
  const repaired = repairDay(said, { isEnd, isBirth: false, thisYear: Number(today.slice(0, 4)) })
  return repaired === undefined ? said : readsAs(repaired.cell)
}

/** The last day a category is said to hold until, as `YYYY-MM-DD`. */
export function heldUntil(text: string): string | undefined {
  const match = /(?:до|по)\s*(\d{2})\.(\d{2})\.(\d{4})/.exec(headerKey(text))
  return match ? `${match[3]}-${match[2]}-${match[1]}` : undefined
}
