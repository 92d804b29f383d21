import type { PaperKind } from '../../papers/kinds.contract.ts'
import type { LackingFact } from '../facts.contract.ts'

/** What a cell is made of; null: nothing is known, or there is nothing. */
export type Facts = {
  readonly kind: 'upskilling' | 'retraining'
  readonly says: 'original' | 'duplicate'
  /** Why this paper took the place of the first one; null: nobody has said, or it is the first. */
  readonly cause: 'lost' | 'exchanged' | null
  readonly isDestroyed: boolean
  readonly number: string
  readonly issuedOn: string
  readonly title: string
  readonly field: string | null
  readonly group: string | null
  /** Of retraining: the qualification, or the kind of work it gives the right to. */
  readonly gives: string | null
  readonly education: string | null
  readonly diplomaSurname: string | null
  readonly diplomaSeries: string | null
  readonly diplomaNumber: string | null
  readonly startYear: number
  readonly endYear: number
  readonly hours: number
  readonly surname: string | null
  readonly givenName: string | null
  readonly patronymic: string | null
  readonly birthOn: string
  readonly sex: string | null
  readonly snils: string | null
  readonly studyForm: string | null
  readonly funding: string | null
  readonly citizenship: string | null
  /** The paper in whose place this one was given. */
  readonly first: {
    readonly number: string
    readonly issuedOn: string
    readonly surname: string | null
    readonly givenName: string | null
    readonly patronymic: string | null
  } | null
  /** Under which number the register knows what is to be changed. */
  readonly known: string | null
}

type Value = string | number | boolean | null | undefined

export type Column = {
  readonly title: string
  readonly of: (facts: Facts) => Value
  /** The template's own words for our codes. */
  readonly words?: Readonly<Record<string, string>>
  /** A day as ДД.ММ.ГГГГ; a number as a number. */
  readonly as?: 'day' | 'number'
  /** What stands there when there is nothing. */
  readonly otherwise?: string
  /** Which fact is asked for where the cell would stay empty and must not. */
  readonly must?: { readonly fact: LackingFact; readonly when?: (facts: Facts) => boolean }
}

/** The columns of a kind of document, for documents given from a day on. */
export type Template = {
  readonly code: string
  readonly since: string
  readonly kinds: readonly PaperKind[]
  readonly sheet: string
  readonly columns: readonly Column[]
}
