import type { Completing } from '../closing.contract.ts'

/** What differs from the rule, by person. */
export type Overruled = Readonly<Record<number, string>>

export const completes = ({ person, completes: byRule }: Completing, overruled: Overruled): boolean =>
  overruled[person.id] === undefined ? byRule : !byRule

/** As it is sent: who completes the run, and where that is not by the rule. */
export function decisionOf(items: readonly Completing[], overruled: Overruled) {
  return {
    completing: items.filter((one) => completes(one, overruled)).map(({ person }) => person.id),
    overruled: items.flatMap((one) => {
      const reason = overruled[one.person.id]
      return reason === undefined ? [] : [{ personId: one.person.id, completes: !one.completes, reason }]
    }),
  }
}
