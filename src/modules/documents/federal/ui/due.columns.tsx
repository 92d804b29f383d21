import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayShortDay, today } from '../../../../web/formats.ts'
import type { Column } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { CARD_FACTS } from '../facts.contract.ts'
import type { Due } from '../federal.contract.ts'
import { federalWords } from './words.ts'

/** What is told of which document by when, what it lacks, and where that is set right. */
export function useDueColumns(change: (id: number) => void): Column<Due>[] {
  const words = useWords(federalWords)
  const { language } = useLanguage()
  return [
    {
      key: 'number',
      title: words.number,
      cell: ({ id, number }) => (
        <TextLink to="/documents/$id" params={{ id: String(id) }}>
          {number}
        </TextLink>
      ),
    },
    {
      key: 'until',
      title: words.until,
      cell: ({ until }) =>
        until < today() ? (
          <Mark state="bad">
            {sayShortDay(until, language)}, {words.overdue}
          </Mark>
        ) : (
          sayShortDay(until, language)
        ),
    },
    {
      key: 'holder',
      title: words.holder,
      cell: ({ holder, organisation }) => (
        <>
          <span className="rost-own-name">{holder}</span>
          {organisation === null ? null : (
            <Text size="xs" c="dimmed" className="rost-own-name">
              {organisation}
            </Text>
          )}
        </>
      ),
    },
    { key: 'says', title: words.says, cell: ({ says }) => words.saying[says] },
    { key: 'lacks', title: words.lacks, cell: (due) => <Lacks due={due} /> },
    {
      key: 'change',
      title: '',
      cell: ({ id, number }) => (
        <Button size="compact-xs" variant="subtle" aria-label={words.changeOne(number)} onClick={() => change(id)}>
          {words.change}
        </Button>
      ),
    },
  ]
}

const isOnCard = (fact: string): boolean => CARD_FACTS.some((one) => one === fact)

function Lacks({ due: { lacks, refused, personId } }: { readonly due: Due }): ReactNode {
  const words = useWords(federalWords)
  return (
    <>
      {refused === null ? null : (
        <Text size="sm">
          <Mark state="bad">{words.refused}</Mark> <span className="rost-own-name">{refused}</span>
        </Text>
      )}
      {lacks.length === 0 ? <Mark state="good">{words.whole}</Mark> : null}
      {lacks.length === 0 ? null : (
        <Text size="sm">
          <Mark state="warn">{words.lacking(lacks.length)}</Mark> {lacks.map((fact) => words.facts[fact]).join('; ')}
        </Text>
      )}
      {lacks.some(isOnCard) ? (
        <TextLink to="/people/$id" params={{ id: String(personId) }}>
          {words.onCard}
        </TextLink>
      ) : null}
    </>
  )
}
