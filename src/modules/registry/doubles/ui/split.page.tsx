import { Loader, Radio, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName, sayDay } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { NOBODY, namesOf, PersonFields, type PersonTyped } from '../../people/ui/person.fields.tsx'
import { listRecordsOfPerson, type RecordsOfPerson, splitPerson, undoSplit } from '../splits.contract.ts'
import { namedBy, partedBy } from './split.choice.ts'
import { SplitOutcome } from './split.outcome.tsx'
import { SplitRecords } from './split.records.tsx'
import { splitWords } from './split.words.ts'

/** Two people got onto one card: one of them is named, and what is theirs is ticked. */
export function SplitPage(): ReactNode {
  const { id } = useParams({ from: '/people/$id/split' })
  const words = useWords(splitWords)
  const { language } = useLanguage()
  const found = useQuery({
    queryKey: ['person', id, 'records', language],
    queryFn: () => call(listRecordsOfPerson, { params: { id: Number(id) } }),
  })
  const person = found.data?.person
  return (
    <Page
      title={words.title}
      about={person === undefined ? '\u00a0' : words.about(fullName(person), sayDay(person.birthOn, language))}
    >
      {found.isPending ? <Loader aria-label={words.title} /> : null}
      <ProblemNote error={found.error} onRetry={() => found.refetch()} />
      {found.data === undefined ? null : found.data.kinds.length === 0 ? (
        <EmptyNote title={words.none} />
      ) : (
        <Splitting key={id} held={found.data} />
      )}
    </Page>
  )
}

type Typed = { readonly person: PersonTyped; readonly ticked: readonly string[]; readonly takesNumber: boolean }

const NOTHING: Typed = { person: NOBODY, ticked: [], takesNumber: false }

function Splitting({ held: { person, kinds } }: { held: RecordsOfPerson }): ReactNode {
  const words = useWords(splitWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const draft = useDraft<Typed>(`split-${person.id}`, NOTHING)
  const { person: typed, takesNumber } = draft.value
  const ticked = new Set(draft.value.ticked)
  const parted = partedBy(kinds, ticked)
  const made = useRef<number>(undefined)
  const close = (): void => {
    draft.clear()
    void navigate({ to: '/people/$id', params: { id: String(person.id) } })
  }
  const form = useForm({
    save: async (key) => {
      const { snils: _, ...names } = namesOf(typed)
      const body = { person: names, takesNumber, records: namedBy(kinds, ticked) }
      const done = await call(splitPerson, { params: { id: person.id }, body }, { version: person.version, key })
      made.current = done.split
      return done
    },
    // Whatever names people shows something else.
    touches: [[]],
    saved: words.saved,
    undo: async () => {
      if (made.current !== undefined) await call(undoSplit, { params: { id: made.current } })
      await client.invalidateQueries()
    },
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.title}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['person', String(person.id)] })}
    >
      <Stack className="rost-wide" gap="xs">
        <Text size="sm">{words.detail}</Text>
        <Title order={2} size="h4">
          {words.other}
        </Title>
      </Stack>
      <PersonFields
        withoutSnils
        typed={typed}
        onChange={(part) => draft.change({ person: { ...typed, ...part } })}
        fault={(path) => form.fault(`person.${path}`)}
      />
      {person.hasNumber ? (
        <Radio.Group
          className="rost-wide"
          label={words.number}
          value={takesNumber ? 'goes' : 'stays'}
          onChange={(whose) => draft.change({ takesNumber: whose === 'goes' })}
        >
          <Stack gap="xs" mt={4}>
            <Radio size="sm" value="stays" label={words.numberStays(fullName(person))} />
            <Radio size="sm" value="goes" label={words.numberGoes} />
          </Stack>
        </Radio.Group>
      ) : null}
      <SplitRecords kinds={kinds} ticked={ticked} onTick={(next) => draft.change({ ticked: next })} />
      <SplitOutcome person={person} other={typed} parted={parted} takesNumber={takesNumber} />
    </FormCard>
  )
}
