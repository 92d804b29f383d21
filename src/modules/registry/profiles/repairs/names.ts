import { tidy } from '../../text.ts'

/** A name in parts; `former` is a surname that stood in brackets. */
export type NameParts = {
  readonly surname: string
  readonly given: string
  readonly patronymic: string
  readonly former: string | undefined
}

const PARTICLE = /^(оглы|оглу|кызы|гызы|улы|уулу|угли|кизи)$/i
const PATRONYMIC = /(вич|вна|ична|инична|мич|ьич|кич)$/i
const INITIALS = /^[А-ЯЁ]\.?\s?-?([А-ЯЁ]\.?)?$/u
const FORMER =
  /\s*\(\s*(?:дев(?:\.|ичья)?|урожд?(?:\.|[её]нная)?|до брака|бывш(?:\.|ая)?|ранее|прежн(?:\.|яя)?|по паспорту)?[\s:]*([\p{L}][\p{L}' ’-]*)\s*\)\s*/iu
const HYPHEN = /\s*[-\u2010-\u2015\u2212]\s*/g

/** The surname of now and the one in brackets: «Петрова (Иванова)». Undefined without brackets. */
export function withoutFormer(text: string): { readonly rest: string; readonly former: string } | undefined {
  const match = FORMER.exec(text)
  const former = tidy(match?.[1] ?? '')
  if (match === null || former === '') return undefined
  return { rest: tidy(text.replace(FORMER, ' ')), former }
}

/** Nothing but initials: «М.П.», «М. П.», «М». */
export const isInitials = (text: string): boolean => INITIALS.test(tidy(text))

/**
 * All of a name in one cell. `initials`: who is meant cannot be told by it; undefined: which word is what cannot be.
 * Nothing is invented: two words have no patronymic.
 */
export function splitName(text: string): NameParts | 'initials' | undefined {
  const bracketed = withoutFormer(text)
  const clean = tidy((bracketed?.rest ?? text).replaceAll(',', ' ').replace(HYPHEN, '-'))
  const former = bracketed?.former
  const words = clean.split(' ')
  const [first = '', second = '', third = ''] = words
  if (words.length < 2 || words.some((word) => !/^[\p{L}'’.-]+$/u.test(word))) return undefined
  if (isInitials(words.slice(1).join(' ')) || words.slice(1).every(isInitials)) return 'initials'
  if (isInitials(first)) return 'initials'
  if (words.length === 2) return { surname: first, given: second, patronymic: '', former }
  if (words.length > 3 && !PARTICLE.test(words.at(-1) ?? '')) return undefined
  const patronymic = words.slice(2).join(' ')
  const isGivenFirst = words.length === 3 && PATRONYMIC.test(second) && !PATRONYMIC.test(third)
  if (isGivenFirst) return { surname: third, given: first, patronymic: second, former }
  return { surname: first, given: second, patronymic, former }
}

const NO_PATRONYMIC = /^(нет|отсутствует|б\/о|без отчества|не имеет|[-\u2010-\u2015\u2212\s.]+)$/i

/** A cell that says that there is no patronymic. */
export const saysNoPatronymic = (text: string): boolean => NO_PATRONYMIC.test(tidy(text))
