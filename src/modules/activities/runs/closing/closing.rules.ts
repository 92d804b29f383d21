import { LEAST_HOURS, LEAST_HOURS_OF_RETRAINING, type PaperKind } from '../../../documents/papers/kinds.contract.ts'
import type { ProgrammeKind } from '../../programmes/programmes.contract.ts'
import type { CompletionLack } from './closing.contract.ts'

type Done = {
  /** Minutes short of the rule. */
  readonly lacking: number
  readonly credited: number
  readonly examinations: number
  /** Elective modules chosen, and how many a learner takes. */
  readonly chosen: number
  readonly electives: number
}

/** Long enough at the meetings, every examination credited, and modules chosen: else nobody could say what was learned. */
export function lacksOf({ lacking, credited, examinations, chosen, electives }: Done): CompletionLack[] {
  return [
    ...(lacking > 0 ? (['time'] as const) : []),
    ...(credited < examinations ? (['examinations'] as const) : []),
    ...(chosen < electives ? (['electives'] as const) : []),
  ]
}

/** What is given for a run: of a part of a programme no more than that somebody took part (273-ФЗ, article 76: the whole is completed). */
export const paperOf = (kind: ProgrammeKind, hours: number, isPart: boolean): PaperKind =>
  isPart ? 'participation' : paperFor(kind, hours)

/** What is given for a whole programme: order of the ministry of 24.03.2025 № 266, clause 18. Shorter ones are no further training. */
export function paperFor(kind: ProgrammeKind, hours: number): PaperKind {
  if (kind === 'retraining' && hours >= LEAST_HOURS_OF_RETRAINING) return 'retraining'
  return kind === 'upskilling' && hours >= LEAST_HOURS ? 'upskilling' : 'participation'
}

type Judged = { readonly person: { readonly id: number }; readonly completes: boolean }
type Overruling = { readonly personId: number; readonly completes: boolean; readonly reason: string }
export type Completion = { readonly person: number; readonly completed: boolean; readonly overruledFor: string | null }

/** With what was overruled; where the rule says the same by now there is nothing to overrule. */
export function completionsOf(judged: readonly Judged[], overruled: readonly Overruling[]): Completion[] {
  const said = new Map(overruled.map((one) => [one.personId, one]))
  return judged.map(({ person, completes }) => {
    const other = said.get(person.id)
    return other === undefined || other.completes === completes
      ? { person: person.id, completed: completes, overruledFor: null }
      : { person: person.id, completed: other.completes, overruledFor: other.reason }
  })
}

/** Whether those who complete it are the very ones that were shown. */
export function isAsShown(completions: readonly Completion[], shown: readonly number[]): boolean {
  const completing = completions.flatMap(({ person, completed }) => (completed ? [person] : []))
  const expected = new Set(shown)
  return completing.length === expected.size && completing.every((person) => expected.has(person))
}
