import { randomInt } from 'node:crypto'
import { MEN, PATRONYMICS, SURNAMES, WOMEN } from './given.names.ts'
import { pairOf } from './mentions.ts'

export type Sex = 'female' | 'male'
type NewName = { readonly surname: string; readonly givenName: string; readonly patronymic: string | null }

/** How often a free name is looked for among plain ones before a surname is put together of two. */
const TRIES = 40

/**
 * Names nobody can compute back: drawn by chance, in the forms of the sex. None of them is one of the pairs `taken` of surname
 * and given name, and no two people get the same name and birth date.
 */
export function namesMaker(taken: ReadonlySet<string>) {
  const given = new Set<string>()
  const surnameFor = (sex: Sex, givenName: string, attempt = 0): string => {
    for (let tries = attempt; ; tries++) {
      const surname = tries < TRIES ? surnameOf(sex) : `${surnameOf(sex)}-${surnameOf(sex)}`
      if (!taken.has(pairOf(surname, givenName))) return surname
    }
  }
  return {
    surnameFor,
    nameFor(sex: Sex, bears: { readonly patronymic: boolean; readonly birth: string }): NewName {
      for (let tries = 0; ; tries++) {
        const givenName = pick(sex === 'male' ? MEN : WOMEN)
        const surname = surnameFor(sex, givenName, tries)
        const key = `${surname} ${givenName} ${bears.birth}`
        if (given.has(key)) continue
        given.add(key)
        return { surname, givenName, patronymic: bears.patronymic ? patronymicOf(sex) : null }
      }
    },
  }
}

/** Of whom the card does not say it: by the patronymic, else by how the given name ends. */
export function likelySex(given: string, patronymic: string | null): Sex {
  if (patronymic !== null && /(ич|оглы)$/i.test(patronymic)) return 'male'
  if (patronymic !== null && /(на|кызы)$/i.test(patronymic)) return 'female'
  return /[аяь]$/i.test(given) ? 'female' : 'male'
}

/** Another day of the same month: ages as of the end of any month stay what they are. `birth`: ISO. */
export function otherBirth(birth: string): string {
  const day = Number(birth.slice(-2))
  const drawn = randomInt(1, 28)
  return `${birth.slice(0, -2)}${String(drawn < day ? drawn : drawn + 1).padStart(2, '0')}`
}

const pick = (list: readonly string[]): string => {
  const one = list[randomInt(list.length)]
  if (one === undefined) throw new Error('a list of names is empty')
  return one
}

const surnameOf = (sex: Sex): string => (sex === 'male' ? pick(SURNAMES) : womansSurname(pick(SURNAMES)))

const womansSurname = (surname: string): string =>
  /(ий|ой)$/.test(surname) ? `${surname.slice(0, -2)}ая` : `${surname}а`

const patronymicOf = (sex: Sex): string => {
  const patronymic = pick(PATRONYMICS)
  return sex === 'male' ? patronymic : patronymic.replace(/ич$/, 'на')
}
