import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { type EventForm, listEventForms, markEventForm } from '../forms.contract.ts'
import { eventWords } from './words.ts'

/** Which forms of events are interactive. */
export function FormsPage(): ReactNode {
  const words = useWords(eventWords)
  const mayMark = useMay('classifier.manage')
  const forms = useQuery({ queryKey: ['event-forms'], queryFn: () => call(listEventForms, {}) })
  return (
    <Page title={words.formsTitle} about={words.formsAbout}>
      <ProblemNote error={forms.error} onRetry={() => forms.refetch()} />
      <DataTable
        caption={words.formsTitle}
        columns={[
          {
            key: 'form',
            title: words.form,
            cell: ({ label, retired }) => (retired ? `${label} (${words.retired})` : label),
          },
          {
            key: 'interactive',
            title: words.interactiveQuestion,
            cell: (form) => (mayMark ? <Answer form={form} /> : words.answers[answerOf(form.interactive)]),
          },
        ]}
        rows={forms.isError ? [] : forms.data?.items}
        keyOf={({ id }) => id}
        empty={forms.isError ? null : <EmptyNote title={words.noForms}>{words.noFormsDetail}</EmptyNote>}
      />
      {mayMark ? (
        <p>
          <TextLink to="/classifiers" search={{ tab: 'lists', list: 'event_kind' }}>
            {words.formsHint}
          </TextLink>
        </p>
      ) : null}
    </Page>
  )
}

const answerOf = (interactive: boolean | null) => (interactive === null ? 'unknown' : interactive ? 'yes' : 'no')

/** Of a form nobody said anything of the mark is half set. */
function Answer({ form: { id, label, interactive } }: { readonly form: EventForm }): ReactNode {
  const words = useWords(eventWords)
  const marking = useForm({
    save: (key) => call(markEventForm, { params: { id }, body: { interactive: interactive !== true } }, { key }),
    touches: [['event-forms']],
    saved: words.marked,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={marking.error} />
      <Checkbox
        aria-label={words.interactiveOf(label)}
        label={words.answers[answerOf(interactive)]}
        checked={interactive === true}
        indeterminate={interactive === null}
        disabled={marking.busy}
        onChange={(event) => marking.submit(event)}
      />
    </>
  )
}
