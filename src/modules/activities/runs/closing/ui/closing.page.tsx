import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { ButtonLink } from '../../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { EventLink } from '../../../enrolment/ui/event.link.tsx'
import { type Event, getEvent } from '../../../events/events.contract.ts'
import { openClosing } from '../closing.contract.ts'
import { ClosingForm } from './closing.form.tsx'
import { closingWords } from './words.ts'

/** The end of a course: first what will come of it, then all of it at once. */
export function ClosingPage(): ReactNode {
  const words = useWords(closingWords)
  const { id } = useParams({ from: '/events/$id/closing' })
  const event = useQuery({
    queryKey: ['event', Number(id)],
    queryFn: () => call(getEvent, { params: { id: Number(id) } }),
  })
  return (
    <Page
      title={words.title}
      about={<EventLink event={Number(id)} />}
      actions={
        <ButtonLink to="/events/$id/run" params={{ id }} variant="default">
          {words.toRun}
        </ButtonLink>
      }
    >
      <ProblemNote error={event.error} onRetry={() => event.refetch()} />
      {event.isPending ? <Skeleton height={200} /> : null}
      {event.data === undefined ? null : event.data.state === 'announced' ? (
        <Opening event={event.data} />
      ) : (
        <EmptyNote title={words.over} />
      )}
    </Page>
  )
}

function Opening({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(closingWords)
  const opening = useMutation({ mutationFn: () => call(openClosing, { params: { id: event.id } }) })
  if (opening.data !== undefined) {
    return (
      <>
        <ClosingForm key={opening.submittedAt} event={event} closing={opening.data} />
        <div>
          <Button variant="subtle" loading={opening.isPending} onClick={() => opening.mutate()}>
            {words.again}
          </Button>
        </div>
      </>
    )
  }
  return (
    <EmptyNote title={words.closed}>
      <p>{words.closedDetail}</p>
      <ProblemNote error={opening.error} />
      <Button loading={opening.isPending} onClick={() => opening.mutate()}>
        {words.open}
      </Button>
    </EmptyNote>
  )
}
