import type { PersonRecord, RecordsOfPerson } from '../splits.contract.ts'

type Kind = RecordsOfPerson['kinds'][number]

/** Of a kind, the records that stay on the card and those that go to the new one. */
export type Parted = {
  readonly title: string
  readonly stay: readonly PersonRecord[]
  readonly go: readonly PersonRecord[]
}

/** How a record is ticked. */
export const tickOf = ({ of }: Pick<Kind, 'of'>, { id }: Pick<PersonRecord, 'id'>): string => `${of} ${id}`

/** What becomes of both cards. Records that are not shown stay: nobody can tick them. */
export const partedBy = (kinds: readonly Kind[], ticked: ReadonlySet<string>): Parted[] =>
  kinds.map((kind) => ({
    title: kind.title,
    stay: kind.records.filter((record) => !ticked.has(tickOf(kind, record))),
    go: kind.records.filter((record) => ticked.has(tickOf(kind, record))),
  }))

/** The ticked records as the server takes them; ticks of records that are gone meanwhile are left out. */
export const namedBy = (kinds: readonly Kind[], ticked: ReadonlySet<string>): { of: string; ids: number[] }[] =>
  kinds
    .map((kind) => ({
      of: kind.of,
      ids: kind.records.filter((record) => ticked.has(tickOf(kind, record))).map(({ id }) => id),
    }))
    .filter(({ ids }) => ids.length > 0)

/** With all these ticked, or none of them. */
export const ticking = (ticked: ReadonlySet<string>, ticks: readonly string[], isOn: boolean): string[] =>
  isOn ? [...new Set([...ticked, ...ticks])] : [...ticked].filter((one) => !ticks.includes(one))
