import { List, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { fullName } from '../../../../web/formats.ts'
import { useWords } from '../../../../web/language.tsx'
import type { PersonTyped } from '../../people/ui/person.fields.tsx'
import type { PersonRecord, RecordsOfPerson } from '../splits.contract.ts'
import type { Parted } from './split.choice.ts'
import { splitWords } from './split.words.ts'

/** More are counted only. */
const NAMED = 3

type Props = {
  readonly person: RecordsOfPerson['person']
  readonly other: PersonTyped
  readonly parted: readonly Parted[]
  readonly takesNumber: boolean
}

/** What becomes of both cards, before it is done. */
export function SplitOutcome({ person, other, parted, takesNumber }: Props): ReactNode {
  const words = useWords(splitWords)
  const [stay, go] = [
    parted.map((kind) => [kind.title, kind.stay] as const),
    parted.map((kind) => [kind.title, kind.go] as const),
  ]
  const named = [other.surname, other.givenName, other.patronymic]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
  const isNothing = go.every(([, records]) => records.length === 0)
  return (
    <Stack className="rost-wide" gap="xs">
      <Title order={2} size="h4">
        {words.outcome}
      </Title>
      <div className="rost-cards">
        <Card name={fullName(person)} kinds={stay} say={words.stays} hasNumber={person.hasNumber && !takesNumber} />
        <Card
          name={named === '' ? words.nobody : named}
          kinds={go}
          say={words.goes}
          hasNumber={person.hasNumber && takesNumber}
        />
      </div>
      <Text size="sm" role="status">
        {isNothing ? words.tickFirst : ''}
      </Text>
    </Stack>
  )
}

type CardProps = {
  readonly name: string
  readonly kinds: readonly (readonly [title: string, records: readonly PersonRecord[]])[]
  readonly hasNumber: boolean
  say(count: number): string
}

function Card({ name, kinds, hasNumber, say }: CardProps): ReactNode {
  const words = useWords(splitWords)
  const count = kinds.reduce((sum, [, records]) => sum + records.length, 0)
  return (
    <section className="rost-card" aria-label={name}>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        {say(count)}
      </Text>
      <List size="sm">
        {hasNumber ? <List.Item>{words.withNumber}</List.Item> : null}
        {kinds.map(([title, records]) => (
          <List.Item key={title}>{`${title}: ${namesOf(records, words)}`}</List.Item>
        ))}
      </List>
    </section>
  )
}

function namesOf(records: readonly PersonRecord[], words: { empty: string; andMore(count: number): string }): string {
  if (records.length === 0) return words.empty
  const said = records.filter(({ label }) => label !== '').slice(0, NAMED)
  if (said.length === 0) return String(records.length)
  const more = records.length - said.length
  return [said.map(({ label }) => label).join('; '), ...(more > 0 ? [words.andMore(more)] : [])].join(' ')
}
