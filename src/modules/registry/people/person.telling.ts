import type { Actor } from '../../../platform/access/access.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { maskEmail } from '../exchange/email.ts'
import type { Employment } from './employments.contract.ts'
import type { Person } from './people.contract.ts'
import { managedBy, personCan, snilsCan } from './people.scope.ts'
import type { FoundPerson, StoredEmployment } from './person.card.ts'
import { EMPLOYMENT_FIELDS, originOf, originsOf, PERSON_FIELDS } from './provenance.ts'

/** The stored person as the actor is told of them; `key` is the district's. */
export function tellPerson({ person, sealedSnils }: FoundPerson, key: Keyring, actor: Actor): Person {
  const manages = managedBy(actor)
  const { employments, employers, sources, sourceId, sourceRow, storedOrigins, ...same } = person
  return {
    ...same,
    snils: sealedSnils && maskSnils(key.open(sealedSnils, 'snils').toString()),
    origin: originOf(sourceId, sourceRow),
    origins: originsOf(storedOrigins, PERSON_FIELDS),
    employments: employments.map((employment) => tell(employment, manages)),
    sources,
    can: [...personCan(actor, employers), ...(sealedSnils === null ? [] : snilsCan(actor, person.id, employers))],
  }
}

export function tellEmployment(stored: StoredEmployment, actor: Actor): Employment {
  return tell(stored, managedBy(actor))
}

function tell(stored: StoredEmployment, manages: ReturnType<typeof managedBy>): Employment {
  const { sourceId, sourceRow, storedOrigins, ...same } = stored
  return {
    ...same,
    email: same.email && maskEmail(same.email),
    origin: originOf(sourceId, sourceRow),
    origins: originsOf(storedOrigins, EMPLOYMENT_FIELDS),
    can: manages(same.organisation.id) ? ['change', 'remove'] : [],
  }
}

/** `112-233-445 95` of eleven digits. */
export const printSnils = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4')

/** СНИЛС is closed: shown are the two check digits, enough to tell two numbers apart. */
export const maskSnils = (digits: string): string => `•••-•••-••• ${digits.slice(-2)}`
