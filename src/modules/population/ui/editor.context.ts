import { createContext, useContext } from 'react'
import type { TermsView } from '../asking/populations.contract.ts'
import type { Edit } from './editing.ts'
import type { Terms } from './finish.ts'
import type { Group } from './tree.ts'

/** What every row of the editor knows. */
export type EditorHold = {
  readonly root: Group
  readonly terms: Terms
  readonly lists: TermsView['lists']
  /** The day windows are offered for. */
  readonly day: string
  readonly unfinished: ReadonlySet<number>
  readonly faults: ReadonlyMap<number, string>
  edit(edit: Edit): void
}

const EditorContext = createContext<EditorHold | null>(null)
export const EditorProvider = EditorContext.Provider

export function useEditor(): EditorHold {
  const hold = useContext(EditorContext)
  if (hold === null) throw new Error('a row outside of the editor')
  return hold
}
