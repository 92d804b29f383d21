import { Checkbox, Fieldset, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { PersonRecord, RecordsOfPerson } from '../splits.contract.ts'
import { ticking, tickOf } from './split.choice.ts'
import { splitWords } from './split.words.ts'

type Props = {
  readonly kinds: RecordsOfPerson['kinds']
  readonly ticked: ReadonlySet<string>
  onTick(ticked: readonly string[]): void
}

/** All records of a card, by their kind, to be ticked one by one or a kind at once. */
export function SplitRecords({ kinds, ticked, onTick }: Props): ReactNode {
  const words = useWords(splitWords)
  return (
    <Stack className="rost-wide" gap="sm">
      <Title order={2} size="h4">
        {words.records}
      </Title>
      {kinds.map((kind) => {
        const ticks = kind.records.map((record) => tickOf(kind, record))
        const count = ticks.filter((one) => ticked.has(one)).length
        return (
          <Fieldset key={kind.of} legend={kind.title}>
            <Stack gap="xs">
              {ticks.length > 1 ? (
                <Checkbox
                  size="sm"
                  label={words.all(kind.title)}
                  checked={count === ticks.length}
                  indeterminate={count > 0 && count < ticks.length}
                  onChange={(event) => onTick(ticking(ticked, ticks, event.currentTarget.checked))}
                />
              ) : null}
              {kind.records.map((record) => (
                <RecordTick
                  key={record.id}
                  record={record}
                  checked={ticked.has(tickOf(kind, record))}
                  onChange={(isOn) => onTick(ticking(ticked, [tickOf(kind, record)], isOn))}
                />
              ))}
              {kind.total > kind.records.length ? (
                <Text size="sm" c="dimmed">
                  {words.more(kind.records.length, kind.total)}
                </Text>
              ) : null}
            </Stack>
          </Fieldset>
        )
      })}
    </Stack>
  )
}

type TickProps = { readonly record: PersonRecord; readonly checked: boolean; onChange(isOn: boolean): void }

function RecordTick({ record, checked, onChange }: TickProps): ReactNode {
  const words = useWords(splitWords)
  const days = useDays(record)
  const { label, origin } = record
  const from = origin === null ? words.byHand : words.row(origin.file, origin.row)
  return (
    <Checkbox
      size="sm"
      label={label === '' ? days : label}
      description={[label === '' ? '' : days, from].filter((part) => part !== '').join(' · ')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

function useDays({ on, until }: PersonRecord): string {
  const words = useWords(splitWords)
  const { language } = useLanguage()
  if (on === null) return ''
  const from = sayShortDay(on, language)
  return until === null ? words.since(from) : `${from} — ${sayShortDay(until, language)}`
}
