import type { Cell } from '../cells.ts'
import { ALIASES } from '../classifier.ts'
import type { Column } from '../tables.ts'
import { fold } from '../text.ts'
import type { Draft } from './making.ts'
import type { Random } from './random.ts'

/** How one sheet is written. */
export type Writing = { random: Random; csv: boolean; spelling: boolean; moot: boolean }

/** Another spelling that compares as the same. `shown` values keep their inner blanks. */
export function respell(random: Random, text: string, shown: boolean): string {
  const way = random.int(0, shown ? 5 : 10)
  if (way === 0) return text.toUpperCase()
  if (way === 1) return text.toLowerCase()
  if (way === 2) return text.slice(0, 1).toUpperCase() + text.slice(1)
  if (way === 3) return text.replace(/ё/g, 'е').replace(/Ё/g, 'Е')
  if (way === 4) return ` ${text}`
  if (way === 5) return `${text}\u00a0`
  if (way === 6) return text.replace(/ /g, '\u00a0')
  if (way === 7) return text.replace(/ /g, '  ')
  if (way === 8) return text.replace(/ /, '\n')
  if (way === 9) return text.normalize('NFD')
  return text.replace(/[-–]/g, random.pick(['-', '–', '—', '\u2011', '\u2212']))
}

function spellDate(writing: Writing, day: string): Cell {
  const { random, csv, spelling } = writing
  const [year, month, date] = day.split('-')
  const dotted = `${date}.${month}.${year}`
  // No date cell holds days before those that workbooks count from.
  if (day < '1904-02-01') return dotted
  if (!spelling) return csv ? dotted : new Date(`${day}T00:00:00Z`)
  const way = random.next()
  if (way < 0.1) return `${random.pick(['', ' ', '\u00a0'])}${dotted} `
  if (way < 0.2) return day
  if (csv) return dotted
  return way < 0.3 ? dotted : new Date(`${day}T${way < 0.35 ? '13:45:00' : '00:00:00'}Z`)
}

function spellNumber(writing: Writing, number: number): Cell {
  const text = String(number)
  const { random, csv, spelling } = writing
  const exact = text.includes('.') ? `${text}0` : `${text},0`
  if (csv && spelling && random.chance(0.2)) return random.pick([exact, `0${text}`, `${text}\u00a0`])
  if (csv) return spelling && random.chance(0.5) ? text : text.replace('.', ',')
  if (!spelling || random.chance(0.8)) return number
  return random.pick([text, text.replace('.', ','), ` ${text}`, exact])
}

function spellSnils(writing: Writing, digits: string): Cell {
  const { random, csv, spelling } = writing
  const [a, b, c, d] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9), digits.slice(9)]
  const usual = `${a}-${b}-${c} ${d}`
  if (!spelling) return usual
  // A number cell loses its leading zeros, a program that wrote the CSV may have had one as well.
  if (random.chance(0.3) && digits[2] !== '0') return csv ? String(Number(digits)) : Number(digits)
  return random.pick([
    usual,
    digits,
    `${a}-${b}-${c}-${d}`,
    `${a} ${b} ${c} ${d}`,
    `${a}\u2011${b}\u2011${c}\u00a0${d}`,
    ` ${usual} `,
  ])
}

/** What people and programs leave in cells of free text, and what other software might take for something else. */
const ODD_TEXTS = [
  'он сказал: "да"; и ушёл, кажется',
  'первая строка\nвторая; строка',
  '\\N',
  'a\\tb\\',
  "'; drop table person; --",
  '=1+1',
  '{"a": 1}',
  'таб\tв тексте',
  '👩‍🏫 урок',
  `очень длинно ${'слово '.repeat(120)}`.trim(),
]

function spellText(writing: Writing, column: Column, text: string): string {
  const { random, spelling } = writing
  if (!spelling || column.name === 'Краткое наименование') return text
  if (column.kind === 'text' && !column.person && random.chance(0.02)) return random.pick(ODD_TEXTS)
  if (column.kind === 'list') {
    const parts = text.split(',').map((part) => part.trim())
    if (random.chance(0.1)) parts.push(parts[0] ?? '', '')
    const spelled = parts.map((part) => (random.chance(0.15) ? respell(random, part, !writing.moot) : part))
    return spelled.join(random.pick([', ', ',', ' , ']))
  }
  let spelled = text
  if (column.kind === 'position' && random.chance(0.2)) {
    const aliases = ALIASES.filter(([, position]) => fold(position) === fold(text)).map(([alias]) => alias)
    if (aliases.length > 0) spelled = random.pick(aliases)
  }
  return random.chance(0.2) ? respell(random, spelled, false) : spelled
}

/** The cell of a column as the sheet shows it. */
export function spell(writing: Writing, column: Column, value: Draft[string] | undefined): Cell {
  const cell = spellAny(writing, column, value)
  if (!writing.csv || typeof cell === 'string') return cell
  // CSV has only texts.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null ? '' : String(cell)
}

function spellAny(writing: Writing, column: Column, value: Draft[string] | undefined): Cell {
  if (value === null || value === undefined || value === '')
    return writing.spelling && writing.random.chance(0.1) ? writing.random.pick([' ', '\u00a0', '']) : null
  if (typeof value === 'object') return value.raw
  if (typeof value === 'number') return spellNumber(writing, value)
  // Spreadsheets keep a code of digits as a number.
  if (column.kind === 'code' && /^[1-9]\d*$/.test(value) && writing.random.chance(0.5)) return Number(value)
  if (column.kind === 'date') return spellDate(writing, value)
  if (column.kind === 'snils') return spellSnils(writing, value)
  return spellText(writing, column, value)
}
