import { Button, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { FurtherProof } from '../../../../web/parts.tsx'
import type { Person } from '../../../registry/people/people.contract.ts'
import { Whence } from '../../../registry/ui/index.ts'
import { DoubtForm } from './doubt.form.tsx'
import type { Entry, Group } from './record.ts'
import { myWords } from './words.ts'

/** The rest is shown on a wish: a phone is short. */
const SHOWN = 3

type Sources = Person['sources']
type GroupProps = { readonly person: number; readonly group: Group; readonly sources: Sources }

/** What is on record of one kind, each thing with where it comes from and a way to say that it is not so. */
export function RecordGroup({ person, group, sources }: GroupProps): ReactNode {
  const words = useWords(myWords)
  const [all, setAll] = useState(false)
  const { name, entries } = group
  const shown = all ? entries : entries.slice(0, SHOWN)
  return (
    <section className="rost-card" aria-label={name}>
      <Text component="h3" fw={600} size="sm">
        {name}
      </Text>
      <ul className="rost-plain-list rost-record">
        {shown.map((entry) => (
          <Line key={entry.key} person={person} entry={entry} group={name} sources={sources} />
        ))}
      </ul>
      {shown.length === entries.length ? null : (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {words.more(entries.length - shown.length)}
        </Button>
      )}
    </section>
  )
}

type LineProps = {
  readonly person: number
  readonly entry: Entry
  readonly group: string
  readonly sources: Sources
}

function Line({ person, entry, group, sources }: LineProps): ReactNode {
  const words = useWords(myWords)
  const [doubting, setDoubting] = useState(false)
  const { label, when, details, from } = entry
  return (
    <li>
      <Text>{label}</Text>
      <Text size="sm" c="dimmed">
        {[when, ...details].join(' · ')}
      </Text>
      {'record' in from ? <Whence record={from.record} sources={sources} /> : <Source person={person} from={from} />}{' '}
      {doubting ? (
        <DoubtForm
          about={`${group}: ${label}, ${when}`.slice(0, 300)}
          name={entry.key}
          onDone={() => setDoubting(false)}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          className="rost-no-print"
          aria-label={words.notSoOf(label)}
          onClick={() => setDoubting(true)}
        >
          {words.notSo}
        </Button>
      )}
    </li>
  )
}

type SourceProps = { readonly person: number; readonly from: Extract<Entry['from'], { source: unknown }> }

/** The file it came with, the scan that was sent of it, or nothing of either. */
function Source({ person, from: { source, fact } }: SourceProps): ReactNode {
  const words = useWords(myWords)
  if (source === null)
    return (
      <FurtherProof person={person} fact={fact}>
        <Text span size="xs" c="dimmed">
          {words.byHand}
        </Text>
      </FurtherProof>
    )
  return (
    <Text span size="xs" c="dimmed">
      {words.row(source.sheet === null ? source.file : `${source.file} (${source.sheet})`, source.row)}
    </Text>
  )
}
