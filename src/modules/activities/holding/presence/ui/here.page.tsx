import { Button, Group, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { Page } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { getMyPresence, markMyPresence, type Presence } from '../presence.contract.ts'
import { CodeForm } from './code.form.tsx'
import { Marked, sayMeeting } from './marked.tsx'
import { presenceWords } from './words.ts'

/** Whoever held the camera at the screen: one tap, and they are marked. */
export function HerePage(): ReactNode {
  const words = useWords(presenceWords)
  const { language } = useLanguage()
  const { meeting, code } = useParams({ from: '/here/$meeting/$code' })
  const id = Number(meeting)
  const client = useQueryClient()
  const presence = useQuery({
    queryKey: ['my-presence', id],
    queryFn: ({ signal }) => call(getMyPresence, { params: { id } }, { signal }),
  })
  const show = (marked: Presence): void => {
    client.setQueryData(['my-presence', id], marked)
  }
  const { data } = presence
  return (
    <Page
      title={data?.event.title ?? words.title}
      about={data === undefined ? undefined : sayMeeting(data.meeting, language)}
    >
      <ProblemNote error={presence.error} onRetry={() => presence.refetch()} />
      {presence.isPending ? <Skeleton height={120} /> : null}
      {data === undefined ? null : data.markedAt === null ? (
        <Mark meeting={id} code={code} onDone={show} />
      ) : (
        <Marked presence={data} />
      )}
    </Page>
  )
}

type Props = { readonly meeting: number; readonly code: string; onDone(marked: Presence): void }

function Mark({ meeting, code, onDone }: Props): ReactNode {
  const words = useWords(presenceWords)
  const markBy = (typed: string, key: string): Promise<Presence> =>
    call(markMyPresence, { params: { id: meeting }, body: { code: typed } }, { key })
  const form = useForm({ save: (key) => markBy(code, key), touches: [], saved: words.marking, onDone })
  if (form.error === null) {
    return (
      <Group>
        <Button size="xl" loading={form.busy} onClick={(e) => form.submit(e)}>
          {words.here}
        </Button>
      </Group>
    )
  }
  // Who had to sign in first comes with a code that is over: the screen has another one.
  return (
    <>
      <ProblemNote error={form.error} />
      <CodeForm mark={markBy} onDone={onDone} />
    </>
  )
}
