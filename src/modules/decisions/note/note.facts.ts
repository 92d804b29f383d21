import type { Dictionary } from '../../registry/districts/district.contract.ts'
import type { NoteFigure } from './figures.ts'

/** Everything a note says, gathered: the printers and sections read nothing else. No names of people. */
export type NoteFacts = {
  readonly district: string
  readonly words: Dictionary
  readonly date: string
  readonly compare: string
  readonly period: readonly [string, string]
  /** Names of the organisations the note is limited to; undefined for the whole district. */
  readonly within: readonly string[] | undefined
  readonly backing: Backing
  readonly figures: readonly NoteFigure[]
  /** Ids of organisations → codes of their types. */
  readonly organisationTypes: ReadonlyMap<string, string>
  /** Rows of spreadsheets that were not taken, with their reasons; undefined for whoever may not know. */
  readonly faultyRows: readonly FaultyRows[] | undefined
  /** Figures on results of diagnostics are shown over five people or more only. */
  readonly masked: boolean
  readonly paper: Paper
  /** The address of the product, without a slash at its end. */
  readonly base: string
}

/** Who and what stands behind the figures. */
export type Backing = {
  readonly people: number
  readonly pedagogues: number
  /** Codes of types → organisations in being. */
  readonly organisations: ReadonlyMap<string, number>
  readonly loads: number
  /** The day of the last load that was done, in the district's time zone. */
  readonly lastLoad: string | null
}

export type FaultyRows = { readonly file: string; readonly reason: string; readonly count: number }

/** What makes a paper of it, as typed; nothing of it is known to the product. */
export type Paper = {
  readonly number?: string | undefined
  readonly signedOn?: string | undefined
  readonly position?: string | undefined
  readonly signatory?: string | undefined
  readonly addressee?: string | undefined
}
