import { type Double, TAKEN } from '../doubles.contract.ts'

export type Side = 'first' | 'second'
export type Field = (typeof TAKEN)[number]

/** Which card stays, and of which one the fields are taken that differ. */
export type Choice = { readonly kept: Side; readonly fields: Readonly<Partial<Record<Field, Side>>> }

export const otherSide = (side: Side): Side => (side === 'first' ? 'second' : 'first')

/** The card with the number stays, else the one with more places of work. */
export function usualChoice({ first, second }: Double): Choice {
  if ((first.snils === null) !== (second.snils === null)) {
    return { kept: first.snils === null ? 'second' : 'first', fields: {} }
  }
  return { kept: second.employments.length > first.employments.length ? 'second' : 'first', fields: {} }
}

/** The fields both cards fill in, each in its way: those one chooses between. */
export const differingFields = ({ first, second }: Double): Field[] =>
  TAKEN.filter((field) => first[field] !== null && second[field] !== null && first[field] !== second[field])

/** Whose value of a field stays. */
export const sideOf = ({ kept, fields }: Choice, field: Field): Side => fields[field] ?? kept

/** What the card that stays takes of the one that goes. */
export const takenOf = (pair: Double, choice: Choice): Field[] =>
  differingFields(pair).filter((field) => sideOf(choice, field) !== choice.kept)
