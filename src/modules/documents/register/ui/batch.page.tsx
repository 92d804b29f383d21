import { Alert, Progress, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { type Batch, getDocumentBatch } from '../documents.contract.ts'
import { registerWords } from './words.ts'

const SOON_MS = 700

const isUnderWay = (batch: Batch | undefined): boolean => batch !== undefined && batch.printed < batch.total

/** Documents that were given together, while they are printed and after. */
export function BatchPage(): ReactNode {
  const words = useWords(registerWords)
  const { kinds } = useWords(documentWords)
  const { id } = useParams({ from: '/documents/batches/$id' })
  const batch = useQuery({
    queryKey: ['document-batch', id],
    queryFn: () => call(getDocumentBatch, { params: { id: Number(id) } }, { background: true }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? SOON_MS : false),
  })
  const { data } = batch
  return (
    <Page
      title={words.batch}
      about={
        data === undefined ? undefined : [kinds[data.kind], data.title && `«${data.title}»`].filter(Boolean).join(' · ')
      }
      actions={<TextLink to="/documents">{words.back}</TextLink>}
    >
      <ProblemNote error={batch.error} onRetry={() => batch.refetch()} />
      {batch.isPending ? <Skeleton height={120} /> : null}
      {data === undefined ? null : <Told batch={data} />}
    </Page>
  )
}

function Told({ batch: { printed, total, fault, first, last } }: { readonly batch: Batch }): ReactNode {
  const words = useWords(registerWords)
  const progress = words.progress(printed, total)
  return (
    <>
      <Text fw={600}>{words.numbers(first, last)}</Text>
      <div>
        <Progress value={(printed * 100) / total} aria-label={progress} mb={6} />
        <Text size="sm" role="status">
          {progress}. {printed < total ? words.leave : words.ready}
        </Text>
      </div>
      {fault === null || printed === total ? null : (
        <Alert color="orange" role="alert">
          {words.faults[fault]}
        </Alert>
      )}
      <div>
        <ButtonLink to="/documents" search={total === 1 ? { q: first } : {}}>
          {words.openRegister}
        </ButtonLink>
      </div>
    </>
  )
}
