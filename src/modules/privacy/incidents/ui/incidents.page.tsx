import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getIncidentDocument, type Incident, listIncidents, stepIncident } from '../incidents.contract.ts'
import { IncidentForm } from './incident.form.tsx'
import { incidentWords } from './words.ts'

/** Names of programs are the same in every language. */
const PROGRAMS = { docx: 'Word', pdf: 'PDF' } as const
const MARKS: Readonly<Record<Incident['notice']['state'], State>> = {
  done: 'good',
  open: 'warn',
  near: 'bad',
  late: 'bad',
}

/** Leaks and losses, each with the two clocks of the authority. */
export function IncidentsPage(): ReactNode {
  const words = useWords(incidentWords)
  const [entering, setEntering] = useState(false)
  const incidents = useQuery({ queryKey: ['incidents'], queryFn: () => call(listIncidents, {}) })
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={entering ? null : <Button onClick={() => setEntering(true)}>{words.enter}</Button>}
    >
      {entering ? <IncidentForm onDone={() => setEntering(false)} /> : null}
      <ProblemNote error={incidents.error} onRetry={() => incidents.refetch()} />
      {incidents.isPending ? <Skeleton height={200} /> : null}
      {incidents.data?.total === 0 ? <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote> : null}
      {incidents.data?.items.map((incident) => (
        <Shown key={`${incident.id} ${incident.version}`} incident={incident} />
      ))}
    </Page>
  )
}

function Shown({ incident }: { readonly incident: Incident }): ReactNode {
  const words = useWords(incidentWords)
  const { language } = useLanguage()
  const [changing, setChanging] = useState(false)
  if (changing) return <IncidentForm incident={incident} onDone={() => setChanging(false)} />
  const { id, title, data, people, causes, measures, notice, findings, closedAt, enteredBy, can } = incident
  const at = (moment: string): string => sayMoment(moment, language)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.notice, <ClockMark key="notice" clock={notice} />],
    [words.findings, <ClockMark key="findings" clock={findings} />],
    [words.happenedAt, at(incident.happenedAt)],
    [words.knownAt, at(incident.knownAt)],
    [words.data, data],
    [words.people, people ?? words.unknown],
    ...(causes === null ? [] : [[words.causes, causes] as const]),
    ...(measures === null ? [] : [[words.measures, measures] as const]),
    ...(enteredBy === null ? [] : [[words.by, enteredBy] as const]),
  ]
  return (
    <Section
      title={title}
      actions={
        closedAt === null ? null : (
          <Text size="sm" c="dimmed">
            {words.closed(at(closedAt))}
          </Text>
        )
      }
    >
      <dl className="rost-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{value}</dd>
          </div>
        ))}
      </dl>
      <Group gap="xs" mt="xs">
        <NextStep incident={incident} />
        {can.includes('change') ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        ) : null}
        {(['docx', 'pdf'] as const).map((format) => (
          <DownloadButton key={format} get={() => download(getIncidentDocument, { params: { id }, query: { format } })}>
            {words.print(PROGRAMS[format])}
          </DownloadButton>
        ))}
      </Group>
    </Section>
  )
}

function NextStep({ incident: { id, version, can } }: { readonly incident: Incident }): ReactNode {
  const words = useWords(incidentWords)
  const step = (['notice', 'findings', 'close'] as const).find((one) => can.includes(one))
  const form = useForm({
    save: (key) => call(stepIncident, { params: { id }, body: { step: step ?? 'notice' } }, { key, version }),
    touches: [['incidents'], ['tasks']],
    saved: words.stepped,
    onDone: () => {},
  })
  if (step === undefined) return null
  return (
    <>
      <ProblemNote error={form.error} />
      <Button loading={form.busy} onClick={(event) => form.submit(event)}>
        {words.steps[step]}
      </Button>
    </>
  )
}

function ClockMark({ clock: { dueAt, doneAt, state } }: { readonly clock: Incident['notice'] }): ReactNode {
  const words = useWords(incidentWords)
  const { language } = useLanguage()
  const due = sayMoment(dueAt, language)
  const said =
    doneAt !== null
      ? words.done(sayMoment(doneAt, language))
      : state === 'late'
        ? words.late(due)
        : state === 'near'
          ? words.near(due)
          : due
  return <Mark state={MARKS[state]}>{said}</Mark>
}
