import { type Cell, readsAs } from '../../../../platform/spreadsheets/index.ts'
import { headerKey, tidy } from '../../text.ts'
import { isNone, isNothing, type Repair } from './repair.ts'

const YES = new Set('да д + 1 v ✓ ✔ ☑ true истина yes y есть имеется имеет'.split(' '))
const NO = new Set('нет н - − 0 false ложь no n отсутствует'.split(' '))
const MAIN =
  /^(осн(\.|овн(ое|ой|ая)?\.?|овн\.)?( место)?( работы)?( работа)?( сотрудник| работник)?|штат(ный|ная)?|по основному месту работы)$/
const BESIDE = /(совм|гпх|договор подряда|почас)/

/** Yes and no in every spelling, kinds of employment among them; a long dash is no answer. */
export function repairYesNo(cell: Cell): Repair | undefined {
  if (cell === null) return undefined
  const text = readsAs(cell).toLowerCase().trim().replace(/[.!]$/, '')
  if (text === 'да' || text === 'нет') return undefined
  if (YES.has(text) || MAIN.test(text)) return { kind: 'yes_no', cell: 'да' }
  if (NO.has(text) || BESIDE.test(text)) return { kind: 'yes_no', cell: 'нет' }
  return isNothing(text) ? { kind: 'blank', cell: null } : undefined
}

/** What closed lists are also called; each stands for the value its list has. */
const CLOSED: readonly (readonly [RegExp, string])[] = [
  [/^(пк|кпк|курсы( пк)?|курсы повышения квалификации|пов(\.|ыш\.?)? квал(\.|ификации)?)$/, 'повышение квалификации'],
  [/^(пп|проф\.? ?переподготовка|переподготовка|профпереподготовка|кпп)$/, 'профессиональная переподготовка'],
  [/^(очно|очн\.?|очное)$/, 'очная'],
  [/^(дистанционно|дист\.?|дистант|онлайн|дот|с дот|дистанционное|эо и дот)$/, 'дистанционная'],
  [/^(очно[- ]дист(\.|анционно)?|смешанная|очно с дот|очно[- ]дистанционное)$/, 'очно-дистанционная'],
  [/^(сош|оош|нош|общеобразовательная( школа)?|гимназия|лицей|ш|оу|гбоу|мбоу|школа-интернат)$/, 'школа'],
  [/^(доо|гдоу|гбдоу|мбдоу|мдоу|детский сад|д\/с|дс|детсад|сад)$/, 'ДОУ'],
  [/^(удод|одо|ддт|цдт|дюсш|доп(\.|олнительное) образование|учреждение дополнительного образования)$/, 'УДО'],
  [/^(иоц|нмц|методический центр|информационно-методический центр)$/, 'ИМЦ'],
  [/^(цппмсс|цппмц|ппс|ппмс-?центр|ппмс)$/, 'ЦППМСП'],
  [/^предмет(ная|ные компетенции|н\.?)?$/, 'Предметные'],
  [/^методич(еская|\.)?( компетенци[яи])?$/, 'Методические'],
  [/^(псих(олого)?\.?[- ]?пед(агогическая|агогические|\.)?)( компетенци[яи])?$/, 'Психолого-педагогические'],
  [/^коммуникативн(ая|\.)?( компетенци[яи])?$/, 'Коммуникативные'],
  [/^(икт[- ]компетенци[яи]|икт[- ]компетентность|цифров(ая|ые))$/, 'ИКТ'],
  [/^(районный|муниципальный|р-н)$/, 'район'],
  [/^(школьный|внутришкольный|уровень оо|оо|учрежденческий)$/, 'организация'],
]

/** A value of a closed list by another of its names. */
export function repairClosed(cell: Cell, values: readonly string[], isOptional: boolean): Repair | undefined {
  const text = headerKey(readsAs(cell))
  if (text === '' || values.some((value) => headerKey(value) === text)) return undefined
  if (isOptional && isNone(text)) return { kind: 'blank', cell: null }
  const known = CLOSED.find(([pattern, value]) => values.includes(value) && pattern.test(text))
  return known && { kind: 'value', cell: known[1] }
}

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^(в\/о|во|высш\.?|высшее( обр(\.|азование)?)?|бакалавр(иат)?|магистр(атура)?|специалитет)/, 'высшее'],
  [
    /^(спо|ср(\.|едн\.?|еднее)?[- ]?(проф|спец)[а-я.]*( обр(\.|азование)?)?|с\/с|с\/п|ср\. ?спец\.?)/,
    'среднее профессиональное',
  ],
  [/^(среднее( общее| полное)?|ср\.?|с\/о|11 классов)$/, 'среднее общее'],
]
const PEDAGOGICAL = /(?<!не ?)пед/

/** The level of education, of several diplomas the highest, and whether it is said to be pedagogical. */
export function repairEducation(cell: Cell): Repair | undefined {
  const text = headerKey(readsAs(cell))
  if (text === '') return undefined
  if (isNone(text)) return { kind: 'blank', cell: null }
  if (LEVELS.some(([, level]) => level === text)) return undefined
  const diplomas = readsAs(cell)
    .split(/[\n;]+/)
    .map(headerKey)
  const found = LEVELS.find(([pattern]) => diplomas.some((diploma) => pattern.test(diploma)))
  if (found === undefined) return undefined
  const [, level] = found
  return {
    kind: 'education',
    cell: level,
    ...(PEDAGOGICAL.test(text) && { beside: { 'Педагогическое образование': 'да' } }),
  }
}

/** A title without the dots behind it, its quotation marks in pairs. */
export function repairTitle(cell: Cell): Repair | undefined {
  if (typeof cell !== 'string') return undefined
  const text = tidy(cell)
  const ended = text.replace(/(?<!\p{Lu}|(?:^|[\s.])(?:г|гг|им|т|стр))[.;,]+$/u, '')
  const title = ended.replace(/[„“”"]([^„“”"«»]*)[„“”"]/g, '«$1»').replace(/^«([^«»]*)»$/, '$1')
  return title === text || title === '' ? undefined : { kind: 'title', cell: title }
}

const ERROR = /^#(н\/д|n\/a|ссылка!|ref!|дел\/0!|div\/0!|знач!|value!|имя\?|name\?|число!|num!|пусто!|null!)$/i

/** What a formula leaves behind when it fails. */
export function isErrorCell(cell: Cell): boolean {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return false
  if (typeof cell === 'string') return cell.charCodeAt(0) === 35 && ERROR.test(cell.trim())
  return 'error' in cell
}
