import type { DueRow } from './due.repo.ts'
import type { Facts } from './templates/template.ts'

type Parts = Pick<Facts, 'surname' | 'givenName' | 'patronymic'>

/**
 * The name as the paper says it, in parts: those of the card where the card says the same, else its words where there are two
 * or three of them. Unknown where more words could be parted in more than one way.
 */
export function partsOf(holder: string, card: Pick<DueRow, 'surname' | 'givenName' | 'patronymic'>): Parts {
  const { surname, givenName, patronymic } = card
  if ([surname, givenName, patronymic].filter(Boolean).join(' ') === holder) return { surname, givenName, patronymic }
  const [first, second, third = null, ...more] = holder.split(' ')
  if (first === undefined || second === undefined || more.length > 0)
    return { surname: null, givenName: null, patronymic: null }
  return { surname: first, givenName: second, patronymic: third }
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** What the columns are made of. `snils`: printed, or null where none is known. */
export function factsOf(row: DueRow, snils: string | null): Facts {
  const { kind, edition, says, number, issuedOn, about, holder, birthOn, sex, filled, first } = row
  return {
    ...{ kind, number, issuedOn, birthOn, sex, snils },
    ...{ title: about.title, hours: about.hours, gives: about.given ?? null },
    ...{ startYear: yearOf(about.startsOn), endYear: yearOf(about.endsOn) },
    ...partsOf(holder, row),
    ...filled,
    cause: first === null || (filled.cause !== 'lost' && filled.cause !== 'exchanged') ? null : filled.cause,
    says: edition > 1 ? 'duplicate' : 'original',
    isDestroyed: says === 'annulled',
    first: first && { number, issuedOn: first.issuedOn, ...partsOf(first.holder, row) },
    known: says === 'annulled' ? number : null,
  }
}
