import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Section } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { RequestForm } from './request.form.tsx'
import { requestWords } from './words.ts'

/** On the card of a person: a letter about their data is entered here. */
export function PersonRequests({ id }: { readonly id: number }): ReactNode {
  const words = useWords(requestWords)
  const [entering, setEntering] = useState(false)
  if (!useMay('request.manage')) return null
  return (
    <Section title={words.section}>
      {entering ? (
        <RequestForm person={id} onDone={() => setEntering(false)} />
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => setEntering(true)}>
          {words.enter}
        </Button>
      )}
    </Section>
  )
}
