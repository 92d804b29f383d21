import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listMyRequests, type MyRequest } from '../requests.contract.ts'
import { DueMark } from './due.mark.tsx'
import { RequestForm } from './request.form.tsx'
import { requestWords } from './words.ts'

/** What one asked about the own data, until when it is answered, and the answers. */
export function MyRequestsPage(): ReactNode {
  const words = useWords(requestWords)
  const [asking, setAsking] = useState(false)
  const requests = useQuery({ queryKey: ['my-requests'], queryFn: () => call(listMyRequests, {}) })
  return (
    <Page
      title={words.mine}
      about={words.mineAbout}
      actions={asking ? null : <Button onClick={() => setAsking(true)}>{words.ask}</Button>}
    >
      {asking ? <RequestForm onDone={() => setAsking(false)} /> : null}
      <ProblemNote error={requests.error} onRetry={() => requests.refetch()} />
      {requests.isPending ? <Skeleton height={160} /> : null}
      {requests.data?.total === 0 ? <EmptyNote title={words.mineNone} /> : null}
      {requests.data?.items.map((request) => (
        <Mine key={request.id} request={request} />
      ))}
    </Page>
  )
}

function Mine({ request }: { readonly request: MyRequest }): ReactNode {
  const words = useWords(requestWords)
  const { language } = useLanguage()
  const { kind, words: said, receivedOn, dueOn, state, extension, answer } = request
  return (
    <Section title={`${words.kinds[kind]} · ${sayDay(receivedOn, language)}`} actions={<DueMark request={request} />}>
      {said === '' ? null : <Text size="sm">{said}</Text>}
      <dl className="rost-facts">
        {state === 'open' ? (
          <>
            <dt>{words.due}</dt>
            <dd>{sayDay(dueOn, language)}</dd>
          </>
        ) : null}
        {extension === null ? null : (
          <>
            <dt>{words.extension}</dt>
            <dd>{extension}</dd>
          </>
        )}
        {answer === null ? null : (
          <>
            <dt>{words.answer}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{answer}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}
