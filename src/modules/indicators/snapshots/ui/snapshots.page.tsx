import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment, sayShortDay, today } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listSnapshots, takeSnapshot } from '../snapshots.contract.ts'
import { MARKS } from './snapshot.state.tsx'
import { snapshotWords } from './words.ts'

const SIZE = 50

/** What was frozen when, and the way to freeze the figures of a day. */
export function SnapshotsPage(): ReactNode {
  const words = useWords(snapshotWords)
  const { language } = useLanguage()
  const { page = 1 } = useSearch({ from: '/snapshots' })
  const navigate = useNavigate({ from: '/snapshots' })
  const mayTake = useMay('snapshot.take')
  const [taking, setTaking] = useState(false)
  const snapshots = useQuery({
    queryKey: ['snapshots', page],
    queryFn: () => call(listSnapshots, { query: { page, size: SIZE } }),
  })
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={mayTake && !taking ? <Button onClick={() => setTaking(true)}>{words.take}</Button> : null}
    >
      {taking ? <TakeForm onDone={() => setTaking(false)} /> : null}
      <ProblemNote error={snapshots.error} onRetry={() => snapshots.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'title',
            title: words.name,
            cell: ({ id, title }) => (
              <TextLink to="/snapshots/$id" params={{ id: String(id) }}>
                {title}
              </TextLink>
            ),
          },
          { key: 'date', title: words.date, cell: ({ date }) => sayShortDay(date, language) },
          {
            key: 'state',
            title: words.state,
            cell: ({ state }) => <Mark state={MARKS[state]}>{words.states[state]}</Mark>,
          },
          { key: 'taken', title: words.taken, cell: ({ takenAt }) => sayMoment(takenAt, language) },
        ]}
        rows={snapshots.isError ? [] : snapshots.data?.items}
        keyOf={({ id }) => id}
        empty={snapshots.isError ? null : <EmptyNote title={words.empty}>{words.emptyDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={snapshots.data?.total}
        onPage={(next) => navigate({ search: { page: next } })}
      />
    </Page>
  )
}

function TakeForm({ onDone }: { onDone: () => void }): ReactNode {
  const words = useWords(snapshotWords)
  const navigate = useNavigate()
  const draft = useDraft('new-snapshot', { date: today(), title: '' })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) => call(takeSnapshot, { body: draft.value }, { key }),
    touches: [['snapshots']],
    saved: words.saved,
    onDone: ({ id }) => {
      close()
      void navigate({ to: '/snapshots/$id', params: { id: String(id) } })
    },
  })
  return (
    <FormCard
      form={form}
      label={words.take}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
    >
      <TextInput
        type="date"
        label={words.date}
        required
        value={draft.value.date}
        error={form.fault('date')}
        onChange={(e) => draft.change({ date: e.currentTarget.value })}
      />
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        maxLength={300}
        value={draft.value.title}
        error={form.fault('title')}
        onChange={(e) => draft.change({ title: e.currentTarget.value })}
      />
    </FormCard>
  )
}
