import { Button, Group, NativeSelect, Skeleton, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShortDay, today } from '../../../../../web/formats.ts'
import { DataTable } from '../../../../../web/kit/data-table.tsx'
import { useForm } from '../../../../../web/kit/form.tsx'
import { ButtonLink } from '../../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { EventLink } from '../../../enrolment/ui/event.link.tsx'
import {
  type Examination,
  type Examined,
  enterResults,
  listExaminations,
  OUTCOMES,
  type Outcome,
  openResults,
} from '../examinations.contract.ts'
import { examinationWords } from './words.ts'

/** Results of one examination, which stay closed until they are opened. */
export function ResultsPage(): ReactNode {
  const words = useWords(examinationWords)
  const params = useParams({ from: '/events/$id/examinations/$examination' })
  const event = Number(params.id)
  const list = useQuery({
    queryKey: ['examinations', event],
    queryFn: () => call(listExaminations, { params: { id: event } }),
  })
  const examination = list.data?.items.find(({ id }) => id === Number(params.examination))
  return (
    <Page
      title={examination === undefined ? words.results : words.resultsOf(examination.title)}
      about={<EventLink event={event} />}
      actions={
        <ButtonLink to="/events/$id/run" params={{ id: params.id }} variant="default">
          {words.toRun}
        </ButtonLink>
      }
    >
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      {list.isPending ? <Skeleton height={200} /> : null}
      {list.isSuccess && examination === undefined ? <EmptyNote title={words.none} /> : null}
      {examination === undefined ? null : <Results key={examination.id} event={event} examination={examination} />}
    </Page>
  )
}

type Props = { readonly event: number; readonly examination: Examination }

function Results({ event, examination }: Props): ReactNode {
  const words = useWords(examinationWords)
  const { id } = examination
  const opening = useMutation({ mutationFn: () => call(openResults, { params: { id } }) })
  if (opening.data === undefined) {
    return (
      <EmptyNote title={words.closed}>
        <p>{words.closedDetail}</p>
        <ProblemNote error={opening.error} />
        <Button loading={opening.isPending} onClick={() => opening.mutate()}>
          {words.open}
        </Button>
      </EmptyNote>
    )
  }
  return (
    <Entering
      key={opening.submittedAt}
      event={event}
      examination={examination}
      examined={opening.data.items}
      onSaved={() => opening.mutate()}
    />
  )
}

type EnteringProps = Props & { readonly examined: readonly Examined[]; onSaved(): void }

/** What is typed is of one day; what stood there is shown beside it. */
function Entering({ event, examination, examined, onSaved }: EnteringProps): ReactNode {
  const words = useWords(examinationWords)
  const { language } = useLanguage()
  const { id, heldOn, entered, can } = examination
  const [on, setOn] = useState(entered === 0 ? heldOn : today())
  const [typed, setTyped] = useState<Readonly<Record<number, Outcome | ''>>>({})
  const told = Object.entries(typed)
  const form = useForm({
    save: (key) =>
      call(
        enterResults,
        {
          params: { id },
          body: {
            on,
            results: told.map(([person, outcome]) => ({
              personId: Number(person),
              outcome: outcome === '' ? null : outcome,
            })),
          },
        },
        { key },
      ),
    touches: [['examinations', event]],
    saved: words.enteredDone,
    onDone: onSaved,
  })
  const mayEnter = can.includes('enter')
  const standing = ({ attempts }: Examined): Outcome | '' => attempts.find((one) => one.on === on)?.outcome ?? ''
  const isOpen = (one: Examined): boolean => !one.hasLeft && one.attempts.every(({ outcome }) => outcome !== 'credited')
  const empty = examined.filter((one) => isOpen(one) && standing(one) === '' && typed[one.person.id] === undefined)
  const faultOf = (person: number): string | undefined => {
    const at = told.findIndex(([id]) => Number(id) === person)
    return at === -1 ? undefined : (form.fault(`results.${at}.outcome`) ?? form.fault(`results.${at}.personId`))
  }
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.results}>
      {mayEnter ? (
        <Group gap="md" align="flex-end" mb="sm">
          <TextInput
            type="date"
            label={words.on}
            description={words.onHint}
            min={heldOn}
            max={today()}
            value={on}
            error={form.fault('on')}
            onChange={(e) => {
              setOn(e.currentTarget.value)
              setTyped({})
            }}
          />
          <Button
            variant="default"
            disabled={empty.length === 0}
            onClick={() =>
              setTyped({ ...typed, ...Object.fromEntries(empty.map(({ person }) => [person.id, 'credited'])) })
            }
          >
            {words.allCredited}
          </Button>
        </Group>
      ) : (
        <Text size="sm" mb="sm">
          {words.notYet}
        </Text>
      )}
      <DataTable
        caption={words.results}
        columns={[
          { key: 'who', title: words.who, cell: ({ person }) => person.name },
          {
            key: 'before',
            title: words.before,
            cell: ({ attempts, hasLeft }) =>
              [
                ...attempts.map((one) => `${sayShortDay(one.on, language)}: ${words.outcomes[one.outcome]}`),
                ...(hasLeft ? [words.left] : []),
              ].join('; ') || '—',
          },
          ...(mayEnter
            ? [
                {
                  key: 'now',
                  title: words.now,
                  cell: (one: Examined) =>
                    one.hasLeft ? (
                      '—'
                    ) : (
                      <NativeSelect
                        size="xs"
                        aria-label={`${words.now}: ${one.person.name}`}
                        value={typed[one.person.id] ?? standing(one)}
                        error={faultOf(one.person.id)}
                        data={[
                          { value: '', label: words.unknown },
                          ...OUTCOMES.map((value) => ({ value, label: words.outcomes[value] })),
                        ]}
                        onChange={(e) => {
                          const chosen = OUTCOMES.find((outcome) => outcome === e.currentTarget.value) ?? ''
                          setTyped({ ...typed, [one.person.id]: chosen })
                        }}
                      />
                    ),
                },
              ]
            : []),
        ]}
        rows={examined}
        keyOf={({ person }) => person.id}
        empty={<EmptyNote title={words.noGroup} />}
      />
      <ProblemNote error={form.error} />
      {mayEnter ? (
        <Button type="submit" mt="sm" loading={form.busy} disabled={told.length === 0}>
          {words.enter(told.length)}
        </Button>
      ) : null}
    </form>
  )
}
