import { Button, Group, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayCount, sayDay, sayShortDay } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { StateMark } from '../../ui/state.mark.tsx'
import { documentWords } from '../../ui/words.ts'
import { getDocument, getDocumentPaper, type IssuedDocument } from '../documents.contract.ts'
import { ReissueForm } from './reissue.form.tsx'
import { RevokeForm } from './revoke.form.tsx'
import { registerWords } from './words.ts'

const SOON_MS = 1_000

/** One document: what it says, whether it is good, and what is done about it. */
export function DocumentPage(): ReactNode {
  const { id } = useParams({ from: '/documents/$id' })
  const words = useWords(registerWords)
  const common = useWords(documentWords)
  const document = useQuery({
    queryKey: ['documents', 'one', id],
    queryFn: () => call(getDocument, { params: { id: Number(id) } }),
    refetchInterval: ({ state }) => (state.data?.state === 'printing' ? SOON_MS : false),
  })
  const { data } = document
  return (
    <Page
      title={data === undefined ? words.title : common.number(data.number)}
      about={data === undefined ? undefined : `${common.kinds[data.kind]} · ${data.holder}`}
      actions={
        <>
          <TextLink to="/documents">{words.back}</TextLink>
          {data?.personId == null ? null : (
            <ButtonLink to="/people/$id" params={{ id: String(data.personId) }} variant="default">
              {words.person}
            </ButtonLink>
          )}
          {data?.can.includes('take') ? (
            <DownloadButton get={() => download(getDocumentPaper, { params: { id: data.id } })}>
              {common.download}
            </DownloadButton>
          ) : null}
        </>
      }
    >
      <ProblemNote error={document.error} onRetry={() => document.refetch()} />
      {document.isPending ? <Skeleton height={240} /> : null}
      {data === undefined ? null : (
        <>
          <Facts document={data} />
          <Steps key={data.version} document={data} />
          {data.editions.length > 1 ? <Editions document={data} /> : null}
        </>
      )}
    </Page>
  )
}

function Facts({ document }: { readonly document: IssuedDocument }): ReactNode {
  const words = useWords(registerWords)
  const common = useWords(documentWords)
  const { language } = useLanguage()
  const { about, endedFor, endedAt, endedBy } = document
  const day = (iso: string): string => sayDay(iso.slice(0, 10), language)
  const whole: readonly (readonly [string, ReactNode])[] = [
    [words.state, <StateMark key="state" state={document.state} />],
    ...(endedFor === null
      ? []
      : [[words.ended, [endedFor, endedBy, endedAt && day(endedAt)].filter(Boolean).join(', ')] as const]),
    [words.holder, document.holder],
    [words.what, `«${about.title}»`],
    ...(about.kind === 'activity'
      ? [
          ...(about.doneOn === undefined ? [] : [[words.doneOn, day(about.doneOn)] as const]),
          ...(about.place === undefined ? [] : [[words.place, about.place] as const]),
        ]
      : [
          [words.when, [...new Set([about.startsOn, about.endsOn])].map(day).join(' — ')] as const,
          ...(about.hours === null ? [] : [[words.hours, sayCount(about.hours, language)] as const]),
        ]),
    ...(about.kind === 'retraining' ? [[words.given[about.gives], about.given] as const] : []),
    ...(about.kind === 'participation' ? [[words.part, common.parts[about.part]] as const] : []),
    [words.issued, day(document.issuedOn)],
    [words.signed, document.signatory],
    [words.series, document.series],
    [words.edition, String(document.edition)],
    [
      words.check,
      <a key="check" className="rost-link" href={document.check}>
        {document.check}
      </a>,
    ],
    ...(document.hash === null ? [] : [[words.hash, document.hash] as const]),
  ]
  return (
    <dl className="rost-facts">
      {whole.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Steps({ document }: { readonly document: IssuedDocument }): ReactNode {
  const words = useWords(registerWords)
  const [doing, setDoing] = useState<'reissue' | 'revoke' | null>(null)
  const done = (): void => setDoing(null)
  if (doing === 'reissue') return <ReissueForm document={document} onDone={done} />
  if (doing === 'revoke') return <RevokeForm document={document} onDone={done} />
  if (!document.can.includes('revoke') && !document.can.includes('reissue')) return null
  return (
    <Group gap="xs" className="rost-no-print">
      {document.can.includes('reissue') ? (
        <Button variant="default" onClick={() => setDoing('reissue')}>
          {words.reissue}
        </Button>
      ) : null}
      {document.can.includes('revoke') ? (
        <Button variant="default" onClick={() => setDoing('revoke')}>
          {words.revoke}
        </Button>
      ) : null}
    </Group>
  )
}

function Editions({ document: { editions, id } }: { readonly document: IssuedDocument }): ReactNode {
  const words = useWords(registerWords)
  const { language } = useLanguage()
  return (
    <Section title={words.editions}>
      <ul>
        {editions.map((one) => {
          const name = words.editionOne(one.edition, sayShortDay(one.issuedOn, language))
          return (
            <li key={one.id}>
              {one.id === id ? (
                name
              ) : (
                <TextLink to="/documents/$id" params={{ id: String(one.id) }}>
                  {name}
                </TextLink>
              )}{' '}
              <StateMark state={one.state} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
