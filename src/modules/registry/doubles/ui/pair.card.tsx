import { Button, Group, Radio, Text } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { fullName, sayShortDay } from '../../../../web/formats.ts'
import { Mark } from '../../../../web/kit/marks.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { PersonLink } from '../../ui/row.links.tsx'
import { AGAINST, type Double, TAKEN } from '../doubles.contract.ts'
import { type Choice, differingFields, type Field, type Side, sideOf, usualChoice } from './choice.ts'
import { useDeciding } from './use-doubles.ts'
import { doubleWords } from './words.ts'

const SIDES = ['first', 'second'] as const

/** Two cards field by field: where they differ one chooses, and says whether they are one person. */
export function PairCard({ pair, onDone }: { pair: Double; onDone?: () => void }): ReactNode {
  const words = useWords(doubleWords)
  const name = useId()
  const [choice, setChoice] = useState<Choice>(() => usualChoice(pair))
  const { join, apart } = useDeciding(pair, onDone)
  const differing = differingFields(pair)
  const isNumbered = pair.first.snils !== null && pair.second.snils !== null
  const isBusy = join.isPending || apart.isPending
  const names = SIDES.map((side) => fullName(pair[side]))
  return (
    <section className="rost-card" aria-label={names.join(', ')}>
      <Why pair={pair} />
      <div className="rost-scrolls">
        <table className="rost-table rost-list">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              {SIDES.map((side) => (
                <th key={side} scope="col">
                  <PersonLink id={pair[side].id}>{fullName(pair[side])}</PersonLink>
                  <Radio
                    size="sm"
                    name={name}
                    label={words.keep}
                    checked={choice.kept === side}
                    onChange={() => setChoice({ kept: side, fields: {} })}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {TAKEN.map((field) => (
              <tr key={field}>
                <th scope="row">{words[field]}</th>
                {SIDES.map((side) => (
                  <td key={side}>
                    <FieldValue
                      name={`${name} ${field}`}
                      pair={pair}
                      field={field}
                      side={side}
                      chosen={differing.includes(field) ? sideOf(choice, field) : undefined}
                      onChoose={() => setChoice({ ...choice, fields: { ...choice.fields, [field]: side } })}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <Fixed title={words.snils} pair={pair} say={({ snils }) => snils ?? '—'} />
            <Fixed title={words.places} pair={pair} say={(card) => <Places card={card} />} />
            <Fixed title={words.origin} pair={pair} say={(card) => <Origin card={card} />} />
          </tbody>
        </table>
      </div>
      <ProblemNote error={join.error ?? apart.error} />
      {isNumbered ? (
        <Text size="sm" mt="xs">
          {words.bothNumbered}
        </Text>
      ) : null}
      <Group mt="sm" gap="xs">
        <Button disabled={isNumbered || isBusy} loading={join.isPending} onClick={() => join.mutate({ pair, choice })}>
          {words.join}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => apart.mutate()}>
          {words.apart}
        </Button>
      </Group>
    </section>
  )
}

const isAgainst = (reason: Double['reasons'][number]): boolean => AGAINST.some((one) => one === reason)

function Why({ pair: { is, reasons } }: { pair: Double }): ReactNode {
  const words = useWords(doubleWords)
  const say = (some: Double['reasons']): string => some.map((reason) => words.reasons[reason]).join(', ')
  const [against, speaking] = [reasons.filter(isAgainst), reasons.filter((reason) => !isAgainst(reason))]
  return (
    <Group gap="md" mb="xs">
      <Mark state={is === 'probable' ? 'warn' : 'none'}>{words.is[is]}</Mark>
      <Text size="sm">{`${words.speaksFor} ${say(speaking)}`}</Text>
      {against.length === 0 ? null : <Text size="sm">{`${words.speaksAgainst} ${say(against)}`}</Text>}
    </Group>
  )
}

type FieldValueProps = {
  readonly name: string
  readonly pair: Double
  readonly field: Field
  readonly side: Side
  /** Undefined where there is nothing to choose. */
  readonly chosen: Side | undefined
  onChoose(): void
}

function FieldValue({ name, pair, field, side, chosen, onChoose }: FieldValueProps): ReactNode {
  const words = useWords(doubleWords)
  const value = useSaid(pair[side], field)
  if (chosen === undefined) return value
  return (
    <Radio
      size="sm"
      name={name}
      label={value}
      aria-label={`${words.use(words[field], side === 'first' ? 1 : 2)}: ${value}`}
      checked={chosen === side}
      onChange={onChoose}
    />
  )
}

function useSaid(card: Double['first'], field: Field): string {
  const words = useWords(doubleWords)
  const { language } = useLanguage()
  if (field === 'birthOn') return sayShortDay(card.birthOn, language)
  if (field === 'sex') return card.sex === null ? '—' : words.sexes[card.sex]
  return card[field] ?? '—'
}

type FixedProps = { readonly title: string; readonly pair: Double; say(card: Double['first']): ReactNode }

function Fixed({ title, pair, say }: FixedProps): ReactNode {
  return (
    <tr>
      <th scope="row">{title}</th>
      {SIDES.map((side) => (
        <td key={side}>{say(pair[side])}</td>
      ))}
    </tr>
  )
}

function Places({ card }: { card: Double['first'] }): ReactNode {
  const words = useWords(doubleWords)
  const { language } = useLanguage()
  if (card.employments.length === 0) return '—'
  return card.employments.map(({ organisation, position, hiredOn, dismissedOn }) => (
    <div key={`${organisation.id} ${position} ${hiredOn}`}>
      {position}, {organisation.name},{' '}
      {dismissedOn === null
        ? words.since(sayShortDay(hiredOn, language))
        : `${sayShortDay(hiredOn, language)}–${sayShortDay(dismissedOn, language)}`}
    </div>
  ))
}

function Origin({ card: { origin } }: { card: Double['first'] }): ReactNode {
  const words = useWords(doubleWords)
  if (origin === null) return words.byHand
  return origin.row === null ? origin.file : words.row(origin.file, origin.row)
}
