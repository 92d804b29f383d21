import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { Page } from '../../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { type Presence, typeMyPresence } from '../presence.contract.ts'
import { CodeForm } from './code.form.tsx'
import { Marked, sayMeeting } from './marked.tsx'
import { presenceWords } from './words.ts'

/** The code alone tells which meeting it is. */
export function TypedPage(): ReactNode {
  const words = useWords(presenceWords)
  const { language } = useLanguage()
  const [marked, setMarked] = useState<Presence | null>(null)
  if (marked !== null) {
    return (
      <Page title={marked.event.title} about={sayMeeting(marked.meeting, language)}>
        <Marked presence={marked} />
      </Page>
    )
  }
  return (
    <Page title={words.title} about={words.typeAbout}>
      <CodeForm mark={(code, key) => call(typeMyPresence, { body: { code } }, { key })} onDone={setMarked} />
    </Page>
  )
}
