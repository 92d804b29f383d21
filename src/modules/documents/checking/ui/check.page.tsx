import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { type Checked, checkDocument } from '../checking.contract.ts'
import { checkWords } from './words.ts'

/** What the code on a paper leads to: whether it is good, and no more. */
export function CheckPage(): ReactNode {
  const words = useWords(checkWords)
  const { code } = useParams({ from: '/check/$code' })
  const { language } = useLanguage()
  const check = useQuery({
    queryKey: ['document-check', code, language],
    queryFn: ({ signal }) => call(checkDocument, { params: { code } }, { signal }),
    retry: false,
  })
  return (
    <Page title={words.title}>
      <ProblemNote error={check.error} onRetry={() => check.refetch()} />
      {check.isPending ? <Skeleton height={200} aria-label={words.checking} /> : null}
      {check.data === undefined ? null : <Answer checked={check.data} />}
    </Page>
  )
}

function Answer({ checked }: { readonly checked: Checked }): ReactNode {
  const words = useWords(checkWords)
  const { kinds } = useWords(documentWords)
  const { language } = useLanguage()
  const { kind, number, issuedOn, state, endedOn, issuer } = checked
  const ended = endedOn === null ? '' : sayDay(endedOn, language)
  const told = {
    issued: { mark: 'good', title: words.good, detail: words.goodDetail },
    replaced: { mark: 'warn', title: words.replaced(ended), detail: words.replacedDetail },
    revoked: { mark: 'bad', title: words.revoked(ended), detail: words.revokedDetail },
  } as const
  const { mark, title, detail } = told[state]
  const facts: readonly (readonly [string, string])[] = [
    [words.kind, kinds[kind]],
    [words.number, number],
    [words.issued, sayDay(issuedOn, language)],
    [words.issuer, issuer],
  ]
  return (
    <>
      <div role="status">
        <Text size="xl" fw={600} component="div">
          <Mark state={mark}>{title}</Mark>
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {detail}
        </Text>
      </div>
      <dl className="rost-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
