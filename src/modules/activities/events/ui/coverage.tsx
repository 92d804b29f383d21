import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type Coverage, getPartsCoverage } from '../series.contract.ts'
import { coverageWords } from './coverage.words.ts'

/** What several events came to, in a few lines. */
export function CoverageFacts({ coverage }: { readonly coverage: Coverage }): ReactNode {
  const words = useWords(coverageWords)
  const { language } = useLanguage()
  const { held, ahead, people, organisations, interactive, interactiveOf } = coverage
  const facts: readonly (readonly [name: string, value: string])[] = [
    ...(ahead === 0 ? [] : [[words.ahead, words.countEvents(ahead)] as const]),
    ...(held === 0
      ? []
      : ([
          [words.held, words.countEvents(held)],
          [words.people, words.countPeople(people)],
          [words.organisations, sayCount(organisations, language)],
        ] as const)),
    ...(interactiveOf === 0 ? [] : [[words.interactive, words.share(interactive, interactiveOf)] as const]),
  ]
  return (
    <>
      <dl className="rost-facts">
        {facts.map(([name, value]) => (
          <div key={name} className="rost-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {held === 0 ? words.nothing : words.once}
      </Text>
    </>
  )
}

/** On the card of an event of several parts. */
export function PartsCoverage({ whole }: { readonly whole: number }): ReactNode {
  const words = useWords(coverageWords)
  const coverage = useQuery({
    queryKey: ['events', 'parts', whole],
    queryFn: () => call(getPartsCoverage, { params: { id: whole } }),
  })
  return (
    <>
      <Text fw={600} size="sm" mt="sm">
        {words.together}
      </Text>
      <ProblemNote error={coverage.error} onRetry={() => coverage.refetch()} />
      {coverage.data === undefined ? null : <CoverageFacts coverage={coverage.data} />}
    </>
  )
}
