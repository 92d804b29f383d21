import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { useWords } from '../../../../web/language.tsx'
import { decideGone, type GoneDecision, undoGone, type Which } from '../gone.contract.ts'
import { goneWords } from './gone.words.ts'

/** As many as one request takes. */
const AT_ONCE = 1_000

type Deciding = { readonly of: Which; readonly decision: GoneDecision; readonly key: string }

/** Decides about places of work gone from the files of a load; the notice that says so takes it back. */
export function useGone(load: number, onDecided: () => void) {
  const words = useWords(goneWords)
  const notice = useNotice()
  const client = useQueryClient()
  const params = { id: load }
  const lookAgain = (): Promise<void> => client.invalidateQueries()
  const takeBack = async (ids: readonly number[]): Promise<void> => {
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      await call(undoGone, { params, body: { of: { ids: ids.slice(at, at + AT_ONCE) } } })
    }
    await lookAgain()
  }
  const decide = useMutation({
    mutationFn: ({ of, decision, key }: Deciding) => call(decideGone, { params, body: { of, decision } }, { key }),
    onSuccess: async ({ ids }) => {
      onDecided()
      await lookAgain()
      await notice(words.decided(ids.length), () => takeBack(ids))
    },
  })
  const undo = useMutation({
    mutationFn: (id: number) => takeBack([id]),
    onSuccess: () => notice(words.undone),
  })
  return { decide, undo }
}
