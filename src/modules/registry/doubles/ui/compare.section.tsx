import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName, sayShortDay } from '../../../../web/formats.ts'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listPeople } from '../../people/people.contract.ts'
import { getDouble } from '../doubles.contract.ts'
import { PairCard } from './pair.card.tsx'
import { doubleWords } from './words.ts'

const MOST = 8

/** One card beside any other: somebody knows that they are one person though nothing suggests it. */
export function CompareSection({ first, second }: { first: number; second: number | undefined }): ReactNode {
  const words = useWords(doubleWords)
  return (
    <Section title={words.compare}>
      {second === undefined ? <SecondCard first={first} /> : <Pair first={first} second={second} />}
    </Section>
  )
}

function SecondCard({ first }: { first: number }): ReactNode {
  const words = useWords(doubleWords)
  const { language } = useLanguage()
  const navigate = useNavigate({ from: '/people/doubles' })
  const [q, setQ] = useState<string>()
  const { data, error } = useQuery({
    queryKey: ['people', 'second', q],
    queryFn: () => call(listPeople, { query: { ...(q !== undefined && { q }), size: MOST + 1 } }),
    enabled: q !== undefined,
  })
  const found = data?.items.filter(({ id }) => id !== first).slice(0, MOST)
  return (
    <>
      <SearchBox label={words.secondCard} value={q} onChange={setQ} />
      <ProblemNote error={error} />
      <Group mt="xs" gap="xs" role="status">
        {found?.length === 0 ? <Text size="sm">{words.noSecond}</Text> : null}
        {found?.map((person) => (
          <Button
            key={person.id}
            size="compact-md"
            variant="default"
            onClick={() => navigate({ search: (before) => ({ ...before, second: person.id }) })}
          >
            {`${fullName(person)}, ${sayShortDay(person.birthOn, language)}`}
          </Button>
        ))}
      </Group>
    </>
  )
}

function Pair({ first, second }: { first: number; second: number }): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['doubles', 'pair', first, second],
    queryFn: () => call(getDouble, { query: { first, second } }),
  })
  const navigate = useNavigate({ from: '/people/doubles' })
  if (data === undefined) return <ProblemNote error={error} onRetry={() => refetch()} />
  return <PairCard pair={data} onDone={() => navigate({ search: {} })} />
}
