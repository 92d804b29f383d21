import { MARKS_AT_ONCE, type Mark } from '../marks.contract.ts'

/** One command on its way: sent again after a lost line it has the same key, and is done once. */
export type Parcel = { readonly key: string; readonly marks: readonly Mark[] }

/** Marks that the server may not know yet: what is on its way, and what comes after it. */
export type Outbox = { readonly sending: Parcel | null; readonly waiting: readonly Mark[] }

export const EMPTY: Outbox = { sending: null, waiting: [] }

const laterOf = (before: readonly Mark[], after: readonly Mark[]): readonly Mark[] => [
  ...before.filter(({ personId }) => !after.some((mark) => mark.personId === personId)),
  ...after,
]

/** Of one person the last word counts. */
export const put = (box: Outbox, mark: Mark): Outbox => ({ ...box, waiting: laterOf(box.waiting, [mark]) })

/** What waits becomes the next parcel, unless one is on its way. */
export function pack(box: Outbox, newKey: () => string): Outbox {
  if (box.sending !== null || box.waiting.length === 0) return box
  const sending = { key: newKey(), marks: box.waiting.slice(0, MARKS_AT_ONCE) }
  return { sending, waiting: box.waiting.slice(MARKS_AT_ONCE) }
}

export const delivered = (box: Outbox): Outbox => ({ ...box, sending: null })

/** The answer was no: what was on its way waits again, before what was marked since. */
export const returned = ({ sending, waiting }: Outbox): Outbox => ({
  ...{ sending: null, waiting: laterOf(sending?.marks ?? [], waiting) },
})

export const countOf = (box: Outbox): number => laterOf(box.sending?.marks ?? [], box.waiting).length

/** What was last said here of somebody; nothing where the server knows all. */
export const lastOf = ({ sending, waiting }: Outbox, person: number): Mark | undefined =>
  [...(sending?.marks ?? []), ...waiting].findLast(({ personId }) => personId === person)

/** As it was kept by the browser; anything else is none. */
export function readOutbox(text: string | null): Outbox {
  if (text === null) return EMPTY
  try {
    const { sending = null, waiting = [] } = JSON.parse(text) as Partial<Outbox>
    return { sending, waiting }
  } catch {
    return EMPTY
  }
}
