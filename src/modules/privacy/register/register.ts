import { accessMatrix, ROLES, type Role } from '../../../access-matrix.ts'
import type { Language } from '../../../platform/messages.ts'
import type { PersonalColumn, PersonalData, Said } from '../../../platform/personal-data.ts'
import { sayFate } from '../erasure/erasure.words.ts'
import type { RegisterEntry } from './register.contract.ts'
import { GROUNDS, PURPOSES, TERMS } from './register.words.ts'

/** The register in one language, in the order of the modules. Throws where a code has no words. */
export function registerIn(language: Language, data: readonly PersonalData[]): RegisterEntry[] {
  const say = (said: Said): string => said[language === 'ru' ? 0 : 1]
  const word = (words: Readonly<Record<string, Said>>, code: string): string => {
    const said = words[code]
    if (said === undefined) throw new Error(`no words for ${code}`)
    return say(said)
  }
  return data.flatMap(({ module, tables }) =>
    Object.entries(tables).map(([table, { about, purpose, ground, term, seen, columns, erasing }]) => ({
      table,
      module,
      about: say(about),
      purpose: word(PURPOSES, purpose),
      ground: word(GROUNDS, ground),
      term: word(TERMS, term),
      erasing: say(sayFate(erasing.does, 'why' in erasing ? erasing.why : null)),
      seen: rolesOf(seen),
      fields: Object.entries(columns).map(([column, held]) => ({
        column,
        is: say(saidOf(held)),
        seen: 'is' in held && held.seen !== undefined ? rolesOf(held.seen) : null,
      })),
    })),
  )
}

/** What a column holds, in words. */
export const saidOf = (column: PersonalColumn): Said => ('is' in column ? column.is : column)

/** Roles that hold one of the permissions over others; that one sees oneself goes without saying. */
function rolesOf(permissions: readonly string[]): Role[] {
  const rows = Object.entries(accessMatrix).filter(([name]) => permissions.includes(name))
  return ROLES.filter((role) =>
    rows.some(([, row]) => {
      const reach = Object.entries(row).find(([name]) => name === role)?.[1]
      return reach !== undefined && reach !== 'self'
    }),
  )
}
