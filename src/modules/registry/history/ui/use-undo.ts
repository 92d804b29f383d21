import { useQueryClient } from '@tanstack/react-query'
import { call, Problem } from '../../../../web/api.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { useWords } from '../../../../web/language.tsx'
import {
  listOrganisationRevisions,
  listPersonRevisions,
  undoOrganisationRevision,
  undoPersonRevision,
} from '../history.contract.ts'
import { historyWords } from './words.ts'

/** Whose changes: a person's (with the places of work) or an organisation's. */
export type Subject = { readonly kind: 'person' | 'organisation'; readonly id: number }

export const revisionsOf = ({ kind, id }: Subject, page: number, size: number) =>
  call(kind === 'person' ? listPersonRevisions : listOrganisationRevisions, {
    params: { id },
    query: { page, size },
  })

/** What shows something else after a change of the subject. */
export const shownFrom = ({ kind, id }: Subject): (readonly unknown[])[] => [
  [kind, String(id)],
  [kind === 'person' ? 'people' : 'organisations'],
  ['revisions', kind, id],
]

/** Takes back a change, or the latest one, and says how it went. */
export function useUndo(subject: Subject): { undo(revision: number): Promise<void>; undoLatest(): Promise<void> } {
  const client = useQueryClient()
  const notice = useNotice()
  const words = useWords(historyWords)
  const undo = async (revision: number): Promise<void> => {
    try {
      const params = { id: subject.id, revision }
      await call(subject.kind === 'person' ? undoPersonRevision : undoOrganisationRevision, { params })
      notice(words.done)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      notice(`${error.message}. ${error.detail}`)
    }
    await Promise.all(shownFrom(subject).map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const undoLatest = async (): Promise<void> => {
    const { items } = await revisionsOf(subject, 1, 1)
    if (items[0] !== undefined) await undo(items[0].id)
  }
  return { undo, undoLatest }
}
