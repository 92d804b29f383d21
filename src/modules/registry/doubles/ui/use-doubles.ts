import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { useWords } from '../../../../web/language.tsx'
import {
  askAgain,
  type Double,
  listDoubles,
  listMerges,
  mergePerson,
  tellApart,
  undoMerge,
} from '../doubles.contract.ts'
import { type Choice, otherSide, takenOf } from './choice.ts'
import { doubleWords } from './words.ts'

/** Few at a time: each pair is looked at. */
export const SIZE = 20

export const useDoubles = (page: number) =>
  useQuery({ queryKey: ['doubles', page], queryFn: () => call(listDoubles, { query: { page, size: SIZE } }) })

export const useMerges = () =>
  useQuery({ queryKey: ['merges'], queryFn: () => call(listMerges, { query: { size: SIZE } }) })

/** Decides on a pair; each decision can be taken back from the notice that says it was made. */
export function useDeciding({ first, second }: Double, onDone: () => void = () => {}) {
  const words = useWords(doubleWords)
  const notice = useNotice()
  const client = useQueryClient()
  const both = { first: first.id, second: second.id }
  const lookAgain = (): Promise<void> => client.invalidateQueries()
  const join = useMutation({
    mutationFn: ({ pair, choice }: { pair: Double; choice: Choice }) => {
      const [kept, gone] = [pair[choice.kept], pair[otherSide(choice.kept)]]
      const body = { gone: gone.id, version: gone.version, take: takenOf(pair, choice) }
      return call(mergePerson, { params: { id: kept.id }, body }, { version: kept.version })
    },
    onSuccess: async ({ id, moved }) => {
      onDone()
      await lookAgain()
      await notice(words.joined(moved), async () => {
        await call(undoMerge, { params: { id } })
        await call(askAgain, { body: both })
        await lookAgain()
      })
    },
  })
  const apart = useMutation({
    mutationFn: () => call(tellApart, { body: both }),
    onSuccess: async () => {
      onDone()
      await lookAgain()
      await notice(words.toldApart, async () => {
        await call(askAgain, { body: both })
        await lookAgain()
      })
    },
  })
  return { join, apart }
}

/** Parts merged cards again. */
export function useParting() {
  const words = useWords(doubleWords)
  const notice = useNotice()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => call(undoMerge, { params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries()
      await notice(words.parted)
    },
  })
}
