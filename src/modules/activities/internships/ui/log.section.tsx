import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import {
  addInternshipEntry,
  type Internship,
  type InternshipEntry,
  removeInternshipEntry,
} from '../internships.contract.ts'
import { touchedBy } from './touched.ts'
import { internshipWords } from './words.ts'

type Props = { readonly internship: Internship }

/** What was done day by day, by whoever of intern and supervisor writes it down. */
export function LogSection({ internship }: Props): ReactNode {
  const words = useWords(internshipWords)
  const [adding, setAdding] = useState(false)
  const { entries, minutes, can } = internship
  const keeps = can.includes('keep')
  return (
    <Section title={words.log}>
      <Text size="sm" c="dimmed">
        {entries.length === 0 ? words.noEntries : words.inAll(words.minutes(minutes))}
        {keeps ? `. ${words.logAbout}` : ''}
      </Text>
      <ul className="rost-plain-list">
        {entries.map((entry) => (
          <Line key={entry.id} internship={internship} entry={entry} />
        ))}
      </ul>
      {!keeps ? null : adding ? (
        <EntryForm internship={internship} onDone={() => setAdding(false)} />
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {words.addEntry}
        </Button>
      )}
    </Section>
  )
}

function Line({ internship, entry }: Props & { readonly entry: InternshipEntry }): ReactNode {
  const words = useWords(internshipWords)
  const { language } = useLanguage()
  const { id, day, what, minutes, by } = entry
  const removing = useForm({
    save: (key) => call(removeInternshipEntry, { params: { id: internship.id, entryId: id } }, { key }),
    touches: touchedBy(internship),
    saved: words.entryRemoved,
    onDone: () => {},
  })
  return (
    <li>
      <ProblemNote error={removing.error} />
      <Group gap="xs">
        <span style={{ overflowWrap: 'anywhere' }}>
          {sayShortDay(day, language)}, {words.minutes(minutes)}: <span className="rost-own-name">{what}</span>
          {by === null ? null : (
            <Text span size="sm" c="dimmed" className="rost-own-name">
              {` (${by})`}
            </Text>
          )}
        </span>
        {internship.can.includes('keep') ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.takeOutOf(what)}
            loading={removing.busy}
            onClick={(e) => removing.submit(e)}
          >
            {words.takeOut}
          </Button>
        ) : null}
      </Group>
    </li>
  )
}

function EntryForm({ internship, onDone }: Props & { onDone(): void }): ReactNode {
  const words = useWords(internshipWords)
  const draft = useDraft(`internship-entry-${internship.id}`, {
    day: today(),
    what: '',
    minutes: 45 as number | string,
  })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) =>
      call(
        addInternshipEntry,
        { params: { id: internship.id }, body: { ...typed, minutes: Number(typed.minutes) } },
        { key },
      ),
    touches: touchedBy(internship),
    saved: words.entrySaved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.addEntry}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
    >
      <TextInput
        type="date"
        label={words.day}
        required
        value={typed.day}
        error={form.fault('day')}
        onChange={(e) => draft.change({ day: e.currentTarget.value })}
      />
      <NumberInput
        label={words.minutesLabel}
        required
        min={1}
        max={1440}
        allowDecimal={false}
        value={typed.minutes}
        error={form.fault('minutes')}
        onChange={(minutes) => draft.change({ minutes })}
      />
      <TextInput
        label={words.what}
        required
        className="rost-wide"
        maxLength={1000}
        value={typed.what}
        error={form.fault('what')}
        onChange={(e) => draft.change({ what: e.currentTarget.value })}
      />
    </FormCard>
  )
}
