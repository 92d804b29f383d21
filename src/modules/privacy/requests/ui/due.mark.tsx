import type { ReactNode } from 'react'
import { sayShortDay } from '../../../../web/formats.ts'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { MyRequest } from '../requests.contract.ts'
import { requestWords } from './words.ts'

type Props = { readonly request: Pick<MyRequest, 'state' | 'dueOn' | 'overdue'> }

/** How a request stands: past its day in red. */
export function DueMark({ request: { state, dueOn, overdue } }: Props): ReactNode {
  const words = useWords(requestWords)
  const { language } = useLanguage()
  if (overdue) return <Mark state="bad">{words.late(sayShortDay(dueOn, language))}</Mark>
  return <Mark state={state === 'open' ? 'warn' : state === 'done' ? 'good' : 'none'}>{words.states[state]}</Mark>
}
