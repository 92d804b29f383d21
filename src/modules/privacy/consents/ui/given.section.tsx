import { Button, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listConsents } from '../consents.contract.ts'
import type { ConsentKind } from '../kinds.contract.ts'
import { consentWords } from './words.ts'

const SIZE = 50

/** Who gave which version. Names are asked for on purpose, for the look is noted. */
export function GivenSection({ kind }: { readonly kind: ConsentKind }): ReactNode {
  const words = useWords(consentWords)
  const [shown, setShown] = useState(false)
  return (
    <Section title={words.people}>
      {shown ? (
        <Given kind={kind} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {words.peopleAbout}
          </Text>
          <Button variant="default" onClick={() => setShown(true)}>
            {words.show}
          </Button>
        </>
      )}
    </Section>
  )
}

function Given({ kind }: { readonly kind: ConsentKind }): ReactNode {
  const words = useWords(consentWords)
  const { language } = useLanguage()
  const { page = 1 } = useSearch({ from: '/consents/$kind' })
  const navigate = useNavigate({ from: '/consents/$kind' })
  const given = useQuery({
    queryKey: ['consents', kind, page],
    queryFn: () => call(listConsents, { query: { kind, page, size: SIZE } }),
    placeholderData: keepPreviousData,
  })
  const day = (moment: string): string => sayShortDay(moment.slice(0, 10), language)
  return (
    <>
      <ProblemNote error={given.error} onRetry={() => given.refetch()} />
      <DataTable
        caption={words.people}
        columns={[
          { key: 'who', title: words.who, cell: ({ person }) => person.name },
          { key: 'which', title: words.which, cell: ({ version }) => version },
          {
            key: 'when',
            title: words.when,
            cell: ({ givenAt, signedOn }) => (signedOn === null ? day(givenAt) : words.paper(day(signedOn))),
          },
          {
            key: 'state',
            title: words.state,
            cell: ({ withdrawnAt }) => (withdrawnAt === null ? words.holds : words.withdrawn(day(withdrawnAt))),
          },
        ]}
        rows={given.isError ? [] : given.data?.items}
        keyOf={({ id }) => id}
        empty={given.isError ? null : <EmptyNote title={words.nobody} />}
      />
      <Pager
        page={page}
        size={SIZE}
        total={given.data?.total}
        onPage={(to) => navigate({ search: () => ({ page: to }) })}
      />
    </>
  )
}
