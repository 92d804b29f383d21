import { Checkbox, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getInternship, type Internship, tickInternshipTask } from '../internships.contract.ts'
import { InternshipSteps } from './internship.steps.tsx'
import { LogSection } from './log.section.tsx'
import { InternshipMark } from './state.mark.tsx'
import { touchedBy } from './touched.ts'
import { internshipWords } from './words.ts'

/** One internship, for the intern's phone first: where and when, what to do, what was done. */
export function InternshipPage(): ReactNode {
  const id = Number(useParams({ from: '/internships/$id' }).id)
  const internship = useQuery({ queryKey: ['internship', id], queryFn: () => call(getInternship, { params: { id } }) })
  if (internship.isPending) return <Skeleton height={300} />
  if (internship.isError) return <ProblemNote error={internship.error} onRetry={() => internship.refetch()} />
  return <Card key={id} internship={internship.data} />
}

type Props = { readonly internship: Internship }

function Card({ internship }: Props): ReactNode {
  const words = useWords(internshipWords)
  const { language } = useLanguage()
  const { model, person, host, startsOn, endsOn, finishedOn, cancelledFor, supervisor } = internship
  const day = (of: string): string => sayShortDay(of, language)
  const said: readonly (readonly [name: string, value: ReactNode])[] = [
    [words.person, person.name],
    [words.host, host.name],
    [words.days, `${day(startsOn)} – ${day(endsOn)}`],
    [words.supervisor, supervisor?.name],
    [words.contact, internship.contact || null],
    [words.equipment, internship.equipment || null],
    [words.about, internship.about || null],
    [words.finishedOn, finishedOn === null ? null : day(finishedOn)],
  ]
  return (
    <Page
      title={model.title}
      about={
        <>
          <InternshipMark internship={internship} />{' '}
          {[words.inHours(model.hours), ...(model.virtual ? [words.virtual] : [])].join(', ')}
        </>
      }
    >
      {cancelledFor === null ? null : (
        <Mark state="bad">
          <span className="rost-own-name">{words.cancelledFor(cancelledFor)}</span>
        </Mark>
      )}
      <dl className="rost-facts">
        {said
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([name, value]) => (
            <div key={name} className="rost-fact">
              <dt>{name}</dt>
              <dd className="rost-own-name" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {value}
              </dd>
            </div>
          ))}
      </dl>
      <Tasks internship={internship} />
      <LogSection internship={internship} />
      <InternshipSteps internship={internship} />
    </Page>
  )
}

function Tasks({ internship }: Props): ReactNode {
  const words = useWords(internshipWords)
  const { tasks, done } = internship
  return (
    <Section title={tasks.length === 0 ? words.tasks : `${words.tasks}: ${words.doneOf(done, tasks.length)}`}>
      {tasks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noTasks}
        </Text>
      ) : (
        <Stack gap="xs">
          {tasks.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tasks neither move nor go
            <Task key={at} internship={internship} at={at} />
          ))}
        </Stack>
      )}
    </Section>
  )
}

function Task({ internship, at }: Props & { readonly at: number }): ReactNode {
  const words = useWords(internshipWords)
  const { language } = useLanguage()
  const { id, version, tasks, can } = internship
  const { what = '', doneOn = null } = tasks[at] ?? {}
  const said = doneOn === null ? undefined : words.doneOn(sayShortDay(doneOn, language))
  const client = useQueryClient()
  const ticking = useMutation({
    mutationFn: () =>
      call(
        tickInternshipTask,
        { params: { id, at }, body: { done: doneOn === null } },
        { key: crypto.randomUUID(), version },
      ),
    onSuccess: (now) => client.setQueryData(['internship', id], now),
    // Somebody else may have ticked meanwhile: what stands there is read anew.
    onSettled: () => Promise.all(touchedBy(internship).map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
  if (!can.includes('keep')) {
    return (
      <div>
        <Mark state={doneOn === null ? 'none' : 'good'}>
          <span className="rost-own-name">{what}</span>
        </Mark>{' '}
        <Text span size="sm" c="dimmed">
          {said}
        </Text>
      </div>
    )
  }
  return (
    <div>
      <ProblemNote error={ticking.error} />
      <Checkbox
        label={<span className="rost-own-name">{what}</span>}
        description={said}
        // As it will stand while it is on its way.
        checked={ticking.isPending ? doneOn === null : doneOn !== null}
        disabled={ticking.isPending}
        onChange={() => ticking.mutate()}
      />
    </div>
  )
}
