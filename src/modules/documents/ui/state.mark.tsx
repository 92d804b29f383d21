import type { ReactNode } from 'react'
import { Mark, type State } from '../../../web/kit/marks.tsx'
import { useWords } from '../../../web/language.tsx'
import type { DocumentLine } from '../register/documents.contract.ts'
import { documentWords } from './words.ts'

const STATES: Readonly<Record<DocumentLine['state'], State>> = {
  printing: 'none',
  issued: 'good',
  replaced: 'warn',
  revoked: 'bad',
}

/** Whether a document is good. */
export function StateMark({ state }: Pick<DocumentLine, 'state'>): ReactNode {
  const words = useWords(documentWords)
  return <Mark state={STATES[state]}>{words.states[state]}</Mark>
}
