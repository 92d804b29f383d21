import { incline } from 'lvovich'

/** Somebody by name, as papers call them. */
export type Called = {
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly sex: 'female' | 'male' | null
}

/**
 * To whom a paper is given, in the dative; undefined where the rules do not decide it (surnames that lose a vowel or do
 * not: Заяц, Швец; foreign names; patronymics of another kind): the sentence is then said in the nominative. Better no
 * case than a wrong one on a paper that hangs on a wall.
 */
export function inDative(called: Called): string | undefined {
  const { surname, givenName, patronymic } = called
  const sex = sexOf(called)
  if (sex === undefined || !isSure(surname, SURNAMES[sex]) || !isSure(givenName, GIVEN_NAMES[sex])) return undefined
  const inclined = incline(
    { first: givenName, last: surname, ...(patronymic !== null && { middle: patronymic }), gender: sex },
    'dative',
  )
  const last = INDECLINABLE[sex].test(surname) ? surname : inclined.last
  return [last, inclined.first, inclined.middle].filter(Boolean).join(' ')
}

/** By the card and by the patronymic, which must not contradict each other. */
export function sexOf({ patronymic, sex }: Called): 'female' | 'male' | undefined {
  const told = patronymic === null ? undefined : sexOfPatronymic(patronymic)
  if (told === undefined) return patronymic === null ? (sex ?? undefined) : undefined
  return sex === null || sex === told ? told : undefined
}

function sexOfPatronymic(patronymic: string): 'female' | 'male' | undefined {
  if (/^[А-ЯЁ][а-яё]+(?:ович|евич|ич)$/.test(patronymic)) return 'male'
  return /^[А-ЯЁ][а-яё]+(?:овна|евна|ична)$/.test(patronymic) ? 'female' : undefined
}

type Rules = { readonly sure: RegExp; readonly unsure: RegExp }

/** Every part of a name with a hyphen has to be of a kind that is sure. */
const isSure = (name: string, { sure, unsure }: Rules): boolean =>
  name.split('-').every((part) => /^[А-ЯЁ][а-яё]+$/.test(part) && sure.test(part) && !unsure.test(part))

/** Endings by which it is decided, and among them those by which it is not. */
const SURNAMES: Readonly<Record<'female' | 'male', Rules>> = {
  female: {
    sure: /(?:[оеё]ва|[иы]на|ая|яя|[бвгджзклмнпрстфхцчшщ][ая]|[бвгджзйклмнпрстфхцчшщь]|[ыи]х|[оеиуэю])$/,
    unsure: /^.{1,2}$/,
  },
  male: {
    sure: /(?:[оеё]в|[иы]н|ский|цкий|ской|цкой|ый|.{3}[ио]й|[бвгджзклмнпрстфхцчшщ]|[бвгджзклмнпрстфхцчшщ][ая]|[ыи]х|[оиуэю])$/,
    unsure: /(?:[её]ц|яц|[её]к|[оеё]л|^лев|^.{1,2})$/i,
  },
}

/** Of women in a soft sign both «Рахиль» and «Рахили» are met; Любовь keeps her vowel. */
const GIVEN_NAMES: Readonly<Record<'female' | 'male', Rules>> = {
  female: { sure: /(?:[ая]|[бвгджзклмнпрстфхцчшщ]|[еиоу])$/, unsure: /^.$/ },
  male: { sure: /(?:[бвгджзйклмнпрстфхцчшщь]|[ая]|[еиоу])$/, unsure: /^.$/ },
}

/** Surnames that stay as they are. */
const INDECLINABLE = {
  female: /(?:[бвгджзйклмнпрстфхцчшщь]|[ыи]х|[оеиуэю])$/,
  male: /(?:[ыи]х|[оиуэю])$/,
} as const

/** `Иванова А. С.`, with no-break blanks. */
export const withInitials = ({ surname, givenName, patronymic }: Called): string =>
  [surname, ...[givenName, patronymic].flatMap((name) => (name ? [`${name.charAt(0)}.`] : []))].join('\u00a0')
