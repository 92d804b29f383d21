import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { useWords } from '../../../../web/language.tsx'
import { classifyPositions, type Position } from '../positions.contract.ts'
import { classifierWords } from './words.ts'

type Said = { readonly positions: readonly Position[]; readonly pedagogical: boolean }

/** Says of positions whether they are pedagogical, tells what it did to the figures, and takes it back when asked. */
export function useClassify() {
  const words = useWords(classifierWords)
  const client = useQueryClient()
  const notice = useNotice()
  const say = async (positions: readonly Position[], pedagogical: boolean | null) => {
    const told = await call(classifyPositions, { body: { ids: positions.map(({ id }) => id), pedagogical } })
    // Whoever is a pedagogue stands in most figures and lists.
    await client.invalidateQueries()
    return told
  }
  const undo = async (positions: readonly Position[]): Promise<void> => {
    for (const [before, group] of Map.groupBy(positions, (position) => position.pedagogical)) await say(group, before)
    notice(words.undecided)
  }
  return useMutation({
    mutationFn: ({ positions, pedagogical }: Said) => say(positions, pedagogical),
    onSuccess: ({ entered, left }, { positions }) => {
      const told = [entered > 0 ? words.entered(entered) : '', left > 0 ? words.left(left) : ''].filter(Boolean)
      notice(told.length === 0 ? words.unchanged : told.join('. '), () => undo(positions))
    },
  })
}
