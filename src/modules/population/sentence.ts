import { valuesOf } from './named.ts'
import type { Condition, Leaf, Period, Population, When } from './population.contract.ts'
import type { Field, Phrase, TermDeclaration, Vocabulary } from './vocabulary.ts'

type Language = 'ru' | 'en'
type Said = { readonly part: Phrase['part']; readonly text: string }

/** The population in words: «педагоги моложе 35 лет, которые имели наставника в этом календарном году». */
export function sayPopulation(
  vocabulary: Vocabulary,
  subject: string,
  population: Population,
  language: Language,
): string {
  const said = conjunctsOf(population).map((part) => say(vocabulary, subject, part, language))
  const noun = said.find((s) => s.part === 'noun')?.text ?? everybody(vocabulary, subject, language)
  const qualities = said.filter((s) => s.part === 'with').map((s) => s.text)
  // What is set off by a comma would need another one behind it, were it not the last.
  const ordered = [...qualities.filter((text) => !isSetOff(text)), ...qualities.filter(isSetOff)]
  const deeds = said.filter((s) => s.part === 'who').map((s) => s.text)
  const who = deeds.length === 0 ? '' : `${WORDS[language].who} ${joined(deeds, language)}`
  return `${[noun, ...ordered].join(' ').replaceAll(' ,', ',')}${who}`
}

/** «…, действующие на дату» */
const isSetOff = (text: string): boolean => text.startsWith(SET_OFF)
const SET_OFF = ', '
const SET_OFF_FIRST = /^, /

function everybody(vocabulary: Vocabulary, subject: string, language: Language): string {
  const words = vocabulary.subjects.get(subject)?.words
  if (words === undefined) return subject
  return language === 'en' ? words.en[1] : (WORDS.ru.everybody[subject] ?? words.ru[2])
}

/** Nested conjunctions read as one list; none of several is each of them denied. */
function conjunctsOf(population: Population): Population[] {
  if ('all' in population) return population.all.flatMap(conjunctsOf)
  const denied = 'not' in population ? denial(population.not) : undefined
  return denied !== undefined && 'all' in denied ? denied.all.flatMap(conjunctsOf) : [denied ?? population]
}

/** A denial of several as the denial of each, so that "not" stands where it is heard; nothing for a single condition. */
function denial(population: Population): Population | undefined {
  const each = (children: readonly Population[]): Population[] => children.map((child) => ({ not: child }))
  if ('not' in population) return population.not
  if ('any' in population) return { all: each(population.any) }
  return 'all' in population ? { any: each(population.all) } : undefined
}

function say(vocabulary: Vocabulary, subject: string, population: Population, language: Language): Said {
  const words = WORDS[language]
  if ('term' in population) return sayLeaf(vocabulary, subject, population, language)
  if ('not' in population) {
    const denied = denial(population.not)
    if (denied !== undefined) return say(vocabulary, subject, denied, language)
    const { part, text } = say(vocabulary, subject, population.not, language)
    if (part === 'who') return { part, text: words.notDone(text) }
    const refused = `${words.not} ${isSetOff(text) ? text.slice(SET_OFF.length) : text}`
    return { part: 'with', text: isSetOff(text) ? `${SET_OFF}${refused}` : refused }
  }
  const children = 'any' in population ? population.any : population.all
  if (children.length === 0) return { part: 'with', text: 'any' in population ? words.nobody : words.anybody }
  const said = children.map((child) => say(vocabulary, subject, child, language))
  const [only] = said
  if (only !== undefined && said.length === 1) return only
  const operator = 'any' in population ? words.or : words.and
  if (said.some(({ part }) => part !== 'who'))
    return { part: 'with', text: `(${said.map(({ text }) => text.replace(SET_OFF_FIRST, '')).join(` ${operator} `)})` }
  const texts = said.map(({ text }, i) => (isSeveral(children[i]) ? `(${text})` : text))
  return { part: 'who', text: texts.join(`, ${operator} `) }
}

/** Whether a condition is said as several, which belong together in a longer list. */
function isSeveral(population: Population | undefined): boolean {
  if (population === undefined || 'term' in population) return false
  if ('not' in population) return isSeveral(denial(population.not))
  const children = 'any' in population ? population.any : population.all
  return children.length > 1 || isSeveral(children[0])
}

function sayLeaf(vocabulary: Vocabulary, subject: string, leaf: Leaf, language: Language): Said {
  const term = vocabulary.term(subject, leaf.term)
  if (term === undefined) return { part: 'with', text: leaf.term }
  const { part } = term.phrase
  const negated = term.kind === 'field' && term.field.kind === 'flag' && leaf.is === false
  const text = term.phrase[language]
    .replace('{}', conditionOf(vocabulary, term, leaf, language))
    .replace(/ +/g, ' ')
    .trim()
  return { part: negated && part === 'noun' ? 'with' : part, text: negated ? WORDS[language].without(text) : text }
}

function conditionOf(vocabulary: Vocabulary, term: TermDeclaration, leaf: Leaf, language: Language): string {
  const words = WORDS[language]
  switch (term.kind) {
    case 'field':
      return `${leaf.main === true ? `${words.main} ` : ''}${sayCondition(term.field, leaf, language)}`
    case 'years':
      return sayBounds(leaf, language, words.years)
    case 'day':
      return sayWhen(leaf.when ?? { by: 'date' }, language)
    case 'state':
      return ''
    case 'link':
      return words.atLeastPeople(
        leaf.atLeast ?? 1,
        sayPopulation(vocabulary, term.to, leaf.of ?? { all: [] }, language),
      )
    case 'fact': {
      const fields = Object.entries(leaf.where ?? {}).flatMap(([name, condition]) => {
        const field = term.fields[name]
        return field === undefined ? [] : [`${field.words[language]}: ${sayCondition(field, condition, language)}`]
      })
      const details = fields.length === 0 ? '' : `(${fields.join('; ')})`
      const count = leaf.atLeast === undefined || leaf.atLeast === 1 ? '' : words.times(leaf.atLeast)
      const total =
        leaf.total === undefined
          ? ''
          : words.total(term.fields[leaf.total.field]?.words[language] ?? leaf.total.field, leaf.total.atLeast)
      return [details, count, total, sayWhen(leaf.when ?? { by: 'date' }, language)].filter((t) => t !== '').join(' ')
    }
  }
}

function sayCondition(field: Field, condition: Condition, language: Language): string {
  const values = valuesOf(condition).map((value) => sayValue(field, value, language))
  if (values.length > 0) return values.join(` ${WORDS[language].or} `)
  return sayBounds(condition, language, (n) => String(n))
}

function sayValue(field: Field, value: string | number | boolean, language: Language): string {
  if (typeof value === 'boolean') return value ? WORDS[language].yes : WORDS[language].no
  if (field.kind === 'code') return field.values[String(value)]?.[language] ?? String(value)
  return field.kind === 'ref' ? WORDS[language].quoted(String(value)) : String(value)
}

function sayBounds({ from, under, upTo, is }: Condition, language: Language, unit: (n: number) => string): string {
  const words = WORDS[language]
  const said = [
    ...(typeof is === 'number' ? [unit(is)] : []),
    ...(from === undefined ? [] : [words.from(unit(from))]),
    ...(under === undefined ? [] : [words.under(unit(under))]),
    ...(upTo === undefined ? [] : [words.upTo(unit(upTo))]),
  ]
  return said.join(' ')
}

function sayWhen(when: When, language: Language): string {
  const words = WORDS[language]
  if ('at' in when) return words.at
  if ('by' in when) return words.by
  if ('during' in when) return words.period(when.during)
  if ('overlapping' in when) return words.period(when.overlapping)
  return words.lastMonths(when.lastMonths)
}

function joined(texts: readonly string[], language: Language): string {
  if (texts.length < 2) return texts.join('')
  return `${texts.slice(0, -1).join(', ')} ${WORDS[language].and} ${texts.at(-1)}`
}

/** Genitive forms after a number: 1 года, 2 лет. */
const genitiveYears = (n: number): string => `${n} ${n % 10 === 1 && n % 100 !== 11 ? 'года' : 'лет'}`
const day = (iso: string): string => iso.split('-').reverse().join('.')

const PERIODS = {
  ru: {
    calendar_year: 'с начала календарного года',
    school_year: 'с начала учебного года',
    half_year: 'с начала полугодия',
    quarter: 'с начала квартала',
    month: 'с начала месяца',
  },
  en: {
    calendar_year: 'since the beginning of the calendar year',
    school_year: 'since the beginning of the school year',
    half_year: 'since the beginning of the half-year',
    quarter: 'since the beginning of the quarter',
    month: 'since the beginning of the month',
  },
} as const

const WORDS = {
  ru: {
    everybody: {
      person: 'работники',
      organisation: 'организации',
      event: 'мероприятия',
      post: 'строки штатного расписания',
    } as Readonly<Record<string, string>>,
    who: ', которые',
    and: 'и',
    or: 'или',
    not: 'не',
    notDone: (text: string) => `не ${text}`,
    nobody: '(никто)',
    anybody: '(любые)',
    yes: 'да',
    no: 'нет',
    main: '(основной)',
    at: 'на дату',
    by: 'к дате',
    without: (text: string) => (text.startsWith('с ') ? `без ${genitive(text.slice(2))}` : `не ${text}`),
    quoted: (text: string) => `«${text}»`,
    from: (n: string) => `от ${n}`,
    under: (n: string) => `до ${n}`,
    upTo: (n: string) => `не более ${n}`,
    years: genitiveYears,
    times: (n: number) => `не менее ${n} раз`,
    total: (what: string, n: number) => `всего не менее ${n} (${what})`,
    atLeastPeople: (n: number, who: string) => `не менее ${n}: ${who}`,
    lastMonths: (n: number) => `за последние ${n} мес.`,
    period: (p: Period) => (typeof p === 'object' ? `с ${day(p.from)} по ${day(p.to)}` : PERIODS.ru[p]),
  },
  en: {
    who: ', who',
    and: 'and',
    or: 'or',
    not: 'not',
    notDone: (text: string) => (/^(are|were|have) /.test(text) ? text.replace(' ', ' not ') : `never ${text}`),
    nobody: '(nobody)',
    anybody: '(anybody)',
    yes: 'yes',
    no: 'no',
    main: '(main)',
    at: 'on the day',
    by: 'by the day',
    without: (text: string) => (text.startsWith('with ') ? `without ${text.slice(5)}` : `not ${text}`),
    quoted: (text: string) => `“${text}”`,
    from: (n: string) => `from ${n}`,
    under: (n: string) => `under ${n}`,
    upTo: (n: string) => `at most ${n}`,
    years: (n: number) => `${n} ${n === 1 ? 'year' : 'years'}`,
    times: (n: number) => `at least ${n} times`,
    total: (what: string, n: number) => `in all at least ${n} (${what})`,
    atLeastPeople: (n: number, who: string) => `at least ${n}: ${who}`,
    lastMonths: (n: number) => `in the last ${n} months`,
    period: (p: Period) => (typeof p === 'object' ? `from ${p.from} to ${p.to}` : PERIODS.en[p]),
  },
} as const

/** «педагогическим образованием» → «педагогического образования»: instrumental to genitive for neuter phrases of the vocabulary. */
function genitive(instrumental: string): string {
  return instrumental
    .replace(/ческим\b/gu, 'ческого')
    .replace(/ческим(?=\s)/gu, 'ческого')
    .replace(/нием$/u, 'ния')
}
