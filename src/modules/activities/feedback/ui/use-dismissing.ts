import { call } from '../../../../web/api.ts'
import { type Form, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { dismissMyFeedback } from '../feedback.contract.ts'
import { feedbackWords } from './words.ts'

/** What shows that one is asked. */
export const TOUCHED = [['my-feedback'], ['my-feedback-one']] as const

/** One tap, and one is not asked of the event again. */
export function useDismissing(id: number, onDone: () => void): Form {
  const words = useWords(feedbackWords)
  return useForm({
    save: (key) => call(dismissMyFeedback, { params: { id } }, { key }),
    touches: TOUCHED,
    saved: words.dismissed,
    onDone,
  })
}
