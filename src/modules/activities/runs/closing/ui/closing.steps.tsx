import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { ButtonLink } from '../../../../../web/kit/links.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { getEvent } from '../../../events/events.contract.ts'
import type { Run } from '../../group/group.contract.ts'
import { reopenRun } from '../closing.contract.ts'
import { touchedByClosing } from './touched.ts'
import { closingWords } from './words.ts'

/** To close the run, or where it may be, to open it again. */
export function ClosingSteps({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(closingWords)
  const { id } = run.event
  if (run.can.includes('reopen')) return <ReopenButton id={id} />
  if (!run.can.includes('close')) return null
  return (
    <ButtonLink to="/events/$id/closing" params={{ id: String(id) }} variant="default">
      {words.begin}
    </ButtonLink>
  )
}

function ReopenButton({ id }: { readonly id: number }): ReactNode {
  const words = useWords(closingWords)
  const event = useQuery({ queryKey: ['event', id], queryFn: () => call(getEvent, { params: { id } }) })
  const form = useForm({
    save: (key) => call(reopenRun, { params: { id } }, { key, version: event.data?.version ?? 0 }),
    touches: touchedByClosing(id),
    saved: words.reopened,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button variant="default" loading={form.busy} disabled={event.data === undefined} onClick={(e) => form.submit(e)}>
        {words.reopen}
      </Button>
    </>
  )
}
