import type { Cell } from '../../../platform/spreadsheets/index.ts'
import type { LackingFact } from './facts.contract.ts'
import type { Column, Facts, Template } from './templates/template.ts'

/** What breaks the comparison with lists of the register: blanks of other kinds, what is not seen, several in a row. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const russianDay = (day: string): string => day.split('-').reverse().join('.')

/** A cell as it is told. Days and codes are text: what the reader's settings make of them decides nothing. */
function cellOf({ of, words, as, otherwise }: Column, facts: Facts): Cell {
  const value = of(facts) ?? ''
  if (value === '') return otherwise ?? null
  if (as === 'number') return Number(value)
  const said = words === undefined ? String(value) : (words[String(value)] ?? String(value))
  return tidy(as === 'day' ? russianDay(said) : said)
}

export const cellsOf = ({ columns }: Template, facts: Facts): Cell[] => columns.map((column) => cellOf(column, facts))

/** What has to be filled in before it can be told, in the order of the columns. */
export function lacksOf({ columns }: Template, facts: Facts): LackingFact[] {
  const lacking = columns.flatMap(({ must, of }) => {
    if (must === undefined) return []
    const { fact, when } = must
    return (of(facts) ?? null) === null && (when === undefined || when(facts)) ? [fact] : []
  })
  return [...new Set(lacking)]
}
