import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import {
  exportRequested,
  getRequest,
  getRequestDocument,
  type PersonRequest,
  takeRequest,
} from '../requests.contract.ts'
import { AnswerForm, ExtensionForm } from './answer.form.tsx'
import { DueMark } from './due.mark.tsx'
import { ErasedSection } from './erased.section.tsx'
import { requestWords } from './words.ts'

/** Names of programs are the same in every language. */
const PROGRAMS = { docx: 'Word', pdf: 'PDF' } as const

/** One request: what is asked, until when, and all that is done about it. */
export function RequestPage(): ReactNode {
  const words = useWords(requestWords)
  const { id } = useParams({ from: '/personal-data/requests/$id' })
  const request = useQuery({
    queryKey: ['requests', 'one', id],
    queryFn: () => call(getRequest, { params: { id: Number(id) } }),
  })
  const { data } = request
  return (
    <Page
      title={words.one(Number(id))}
      about={data === undefined ? undefined : `${words.kinds[data.kind]} · ${data.applicant}`}
      actions={data === undefined ? undefined : <Actions request={data} />}
    >
      <ProblemNote error={request.error} onRetry={() => request.refetch()} />
      {request.isPending ? <Skeleton height={240} /> : null}
      {data === undefined ? null : <Body key={data.version} request={data} />}
    </Page>
  )
}

function Actions({ request: { id, can, personId } }: { readonly request: PersonRequest }): ReactNode {
  const words = useWords(requestWords)
  return (
    <>
      {personId === null ? null : (
        <ButtonLink to="/people/$id" params={{ id: String(personId) }} variant="default">
          {words.openCard}
        </ButtonLink>
      )}
      {can.includes('print')
        ? (['docx', 'pdf'] as const).map((format) => (
            <DownloadButton
              key={format}
              get={() => download(getRequestDocument, { params: { id }, query: { format } })}
            >
              {words.print(PROGRAMS[format])}
            </DownloadButton>
          ))
        : null}
    </>
  )
}

function Body({ request }: { readonly request: PersonRequest }): ReactNode {
  const words = useWords(requestWords)
  const { language } = useLanguage()
  const { id, can, extension, answer, answeredBy, answeredAt } = request
  const day = (iso: string): string => sayDay(iso.slice(0, 10), language)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.state, <DueMark key="state" request={request} />],
    [words.received, `${day(request.receivedOn)}, ${request.onPaper ? words.onPaper : words.inAccount}`],
    [words.due, day(request.dueOn)],
    [words.responsible, request.responsible?.name ?? words.nobody],
    ...(request.words === '' ? [] : [[words.words, request.words] as const]),
    ...(extension === null ? [] : [[words.extension, extension] as const]),
    ...(answer === null ? [] : [[words.answer, answer] as const]),
    ...(answeredAt === null ? [] : [[words.answeredBy, `${answeredBy ?? '—'}, ${day(answeredAt)}`] as const]),
  ]
  return (
    <>
      <dl className="rost-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{value}</dd>
          </div>
        ))}
      </dl>
      {can.includes('copy') ? (
        <div>
          <Group gap="xs">
            <DownloadButton get={() => download(exportRequested, { params: { id }, query: { format: 'html' } })}>
              {words.copyPrint}
            </DownloadButton>
            <DownloadButton get={() => download(exportRequested, { params: { id }, query: { format: 'json' } })}>
              {words.copyJson}
            </DownloadButton>
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {words.copyHint}
          </Text>
        </div>
      ) : null}
      {can.includes('erase') ? (
        <Text size="sm">
          <TextLink to="/personal-data/requests/$id/erasure" params={{ id: String(id) }}>
            {words.toErase}
          </TextLink>
        </Text>
      ) : null}
      <Steps request={request} />
      {request.kind === 'erasure' && request.state === 'done' ? <ErasedSection request={request} /> : null}
    </>
  )
}

function Steps({ request }: { readonly request: PersonRequest }): ReactNode {
  const words = useWords(requestWords)
  const [doing, setDoing] = useState<'answer' | 'extend' | null>(null)
  const { id, version, can, responsible } = request
  const taking = useForm({
    save: (key) => call(takeRequest, { params: { id } }, { key, version }),
    touches: [['requests'], ['tasks']],
    saved: words.taken,
    onDone: () => {},
  })
  if (doing === 'answer') return <AnswerForm request={request} onDone={() => setDoing(null)} />
  if (doing === 'extend') return <ExtensionForm request={request} onDone={() => setDoing(null)} />
  if (!can.includes('answer')) return null
  return (
    <Section title={words.answering}>
      <ProblemNote error={taking.error} />
      <Group gap="xs">
        <Button onClick={() => setDoing('answer')}>{words.answering}</Button>
        {responsible === null ? (
          <Button variant="default" loading={taking.busy} onClick={(event) => taking.submit(event)}>
            {words.take}
          </Button>
        ) : null}
        {can.includes('extend') ? (
          <Button variant="default" onClick={() => setDoing('extend')}>
            {words.extend}
          </Button>
        ) : null}
      </Group>
    </Section>
  )
}
