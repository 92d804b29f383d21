import { headerKey } from '../../text.ts'
import { isNone, type RepairKind } from './repair.ts'

const DATE = /\s*[,;(]*\s*(?:до|от|с|по|приказ от|присвоена)?\s*\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\s*(?:г\.?)?\)?/g
const CATEGORY = '\\s*(?:к\\.?к\\.?|кк|кв(?:ал)?\\.?|квалификационная)?\\s*(?:кат(?:\\.|егория)?)?'
const WORDS: readonly (readonly [RegExp, string | null])[] = [
  [new RegExp(`^(?:высшая|высш\\.?|в|вкк|вк)${CATEGORY}$`), 'высшая'],
  [new RegExp(`^(?:первая|перв\\.?|1|i|1-я|1-ая|1кк|пкк)${CATEGORY}$`), 'первая'],
  [
    /^(сзд|соотв(\.|етствие)?( занимаемой)?( должн(\.|ости))?|соответствует( занимаемой должности)?|с\.?з\.?д\.?)$/,
    'СЗД',
  ],
  [/^(пед(\.|агог)?[- ]методист)$/, 'педагог-методист'],
  [/^(пед(\.|агог)?[- ]наставник)$/, 'педагог-наставник'],
  [/^(б\/к|без категории|без кат\.?|не имеет|нет категории|б\.?к\.?)$/, null],
]

/** What a cell says of a category: its name, or that there is none. The date in the cell is kept with the remark. */
export function categoryOf(text: string): { readonly value: string | null; readonly kind: RepairKind } | undefined {
  const key = headerKey(text)
  const bare = key.replace(DATE, '').trim()
  const hasDate = bare !== key
  if (isNone(bare)) return bare === key || bare === '' ? { value: null, kind: 'blank' } : undefined
  const known = WORDS.find(([pattern]) => pattern.test(bare))
  if (known === undefined) return undefined
  const [, value] = known
  if (value === key) return undefined
  return { value, kind: hasDate ? 'category_date' : 'category' }
}

/** The last day a category is said to hold until, as `YYYY-MM-DD`. */
export function heldUntil(text: string): string | undefined {
  const match = /(?:до|по)\s*(\d{2})\.(\d{2})\.(\d{4})/.exec(headerKey(text))
  return match ? `${match[3]}-${match[2]}-${match[1]}` : undefined
}
