import { invalidField } from '../../../platform/errors.ts'
import { type Row, readsAs } from '../../../platform/spreadsheets/index.ts'

export type Answered = { readonly number: string; readonly answer: 'taken' | 'refused'; readonly word: string }
export type Answers = {
  readonly answers: readonly Answered[]
  readonly faults: readonly { row: number; column: string }[]
}

const NUMBER = ['регистрационный номер', 'номер документа']
const RESULT = 'результат'
const REASON = 'причина'

/** Beginnings of what is written of a row. */
const SAID: readonly (readonly [string, Answered['answer']])[] = [
  ['прин', 'taken'],
  ['загруж', 'taken'],
  ['отказ', 'refused'],
  ['откл', 'refused'],
  ['ошиб', 'refused'],
]

/**
 * What a workbook says of the rows of a file: by the number of the document, with «Результат» and «Причина» beside it. The
 * file that was taken away has the number already. Faults: 422 without these columns.
 */
export function answersOf([head, ...rows]: readonly Row[]): Answers {
  const titles = (head?.cells ?? []).map((cell) => readsAs(cell).toLowerCase())
  const number = titles.findIndex((title) => NUMBER.includes(title))
  const [result, reason] = [titles.indexOf(RESULT), titles.indexOf(REASON)]
  if (number < 0 || result < 0) throw invalidField('file', 'federal_answers_missing')
  const faults: { row: number; column: string }[] = []
  const answers = rows.flatMap(({ row, cells }) => {
    const said = readsAs(cells[result])
    if (said === '') return []
    const answer = SAID.find(([beginning]) => said.toLowerCase().startsWith(beginning))?.[1]
    const word = readsAs(cells[reason]).slice(0, WORD)
    const lacking = answer === undefined ? 'Результат' : answer === 'refused' && word.length < LEAST ? 'Причина' : null
    if (answer === undefined || lacking !== null) {
      faults.push({ row, column: lacking ?? 'Результат' })
      return []
    }
    return [{ number: readsAs(cells[number]), answer, word }]
  })
  return { answers, faults }
}

/** Characters of a reason. */
const LEAST = 3
const WORD = 500
