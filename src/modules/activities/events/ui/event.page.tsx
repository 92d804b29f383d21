import { Anchor, Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { EnrolmentSection } from '../../enrolment/ui/enrolment.section.tsx'
import { ParticipantsLink } from '../../enrolment/ui/participants.link.tsx'
import { RequestsLink } from '../../event-requests/ui/requests.link.tsx'
import { FeedbackSection } from '../../feedback/ui/results.section.tsx'
import { PresenceLinks } from '../../holding/presence/ui/presence.links.tsx'
import { RollLink } from '../../holding/ui/roll.link.tsx'
import { StandingSection } from '../../in-house/ui/standing.section.tsx'
import { InvitationLink } from '../../invitations/ui/invitation.link.tsx'
import { programmeWords } from '../../programmes/ui/words.ts'
import { RunLink } from '../../runs/group/ui/run.link.tsx'
import { type Event, getEvent } from '../events.contract.ts'
import { PartsCoverage } from './coverage.tsx'
import { EventForm } from './event.form.tsx'
import { EventSteps } from './event.steps.tsx'
import { MaterialsSection } from './materials.section.tsx'
import { MeetingsSection } from './meetings.section.tsx'
import { sayWhen } from './say-when.ts'
import { SpeakersSection } from './speakers.section.tsx'
import { StateMark } from './state.mark.tsx'
import { eventWords } from './words.ts'

/** One event: what, when, where, who speaks, and what stays of it. */
export function EventPage(): ReactNode {
  const id = Number(useParams({ from: '/events/$id' }).id)
  const event = useQuery({ queryKey: ['event', id], queryFn: () => call(getEvent, { params: { id } }) })
  if (event.isPending) return <Skeleton height={300} />
  if (event.isError) return <ProblemNote error={event.error} onRetry={() => event.refetch()} />
  return <Card key={id} event={event.data} />
}

function Card({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(eventWords)
  const { language } = useLanguage()
  const [changing, setChanging] = useState(false)
  const mayChange = event.can.includes('change')
  const isAhead = event.state === 'draft' || event.state === 'announced'
  const addsParts = mayChange && isAhead && event.whole === null
  return (
    <Page
      title={event.title}
      about={
        <>
          <StateMark event={event} /> {`${event.form.label}, ${sayWhen(event, language)}, ${event.organiser.name}`}
        </>
      }
      actions={
        <>
          <PresenceLinks event={event} />
          <InvitationLink event={event} />
          <RollLink event={event} />
          <RunLink event={event} />
          {event.state === 'draft' ? null : <ParticipantsLink event={event.id} />}
          {mayChange && !changing ? (
            <Button variant="default" onClick={() => setChanging(true)}>
              {words.change}
            </Button>
          ) : null}
        </>
      }
    >
      {event.cancelledFor === null ? null : <Mark state="bad">{words.cancelledFor(event.cancelledFor)}</Mark>}
      {changing ? <EventForm event={event} onDone={() => setChanging(false)} /> : <Facts event={event} />}
      <EventSteps event={event} />
      <StandingSection event={event} />
      {event.state === 'announced' || event.state === 'cancelled' ? <EnrolmentSection event={event.id} /> : null}
      {event.state === 'held' && mayChange ? <FeedbackSection of="event" id={event.id} /> : null}
      {event.state === 'held' && event.meetings.length === 0 ? null : (
        <MeetingsSection event={event} changes={mayChange && isAhead} />
      )}
      <SpeakersSection event={event} changes={mayChange && isAhead} />
      <MaterialsSection event={event} changes={mayChange} />
      {event.parts.length === 0 && !addsParts ? null : (
        <Section
          title={words.parts}
          actions={
            addsParts ? (
              <ButtonLink to="/events/new" search={{ partOf: event.id }} size="xs" variant="default">
                {words.addPart}
              </ButtonLink>
            ) : null
          }
        >
          <ul className="rost-plain-list">
            {event.parts.map(({ id, title, state, heldOn }) => (
              <li key={id}>
                {sayShortDay(heldOn, language)}{' '}
                <TextLink underline="always" to="/events/$id" params={{ id: String(id) }}>
                  {title}
                </TextLink>{' '}
                <StateMark event={{ state, heldOn }} />
              </li>
            ))}
          </ul>
          {event.parts.length === 0 ? null : <PartsCoverage whole={event.id} />}
        </Section>
      )}
    </Page>
  )
}

function Facts({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(eventWords)
  const { language } = useLanguage()
  const { whole, insteadUntil, instead, interactive, series, programme } = event
  const said: readonly (readonly [name: string, value: ReactNode])[] = [
    [words.code, event.code],
    [words.form, interactive ? `${event.form.label} (${words.interactive})` : event.form.label],
    [words.day, sayWhen(event, language)],
    [words.format, event.format === null ? null : words.formats[event.format]],
    [words.where, event.where],
    [
      words.link,
      event.link === null ? null : (
        <OutsideLink key="link" href={event.link}>
          {words.connect}
        </OutsideLink>
      ),
    ],
    [words.level, words.levels[event.level]],
    [words.audience, event.audience?.label],
    [words.topic, event.topic?.label],
    [words.hours, event.hours],
    [words.seats, event.seats],
    [
      words.onRequest,
      event.onRequest ? (
        <RequestsLink key="requests" event={event.id}>
          {words.byRequest}
        </RequestsLink>
      ) : null,
    ],
    [words.feedbackTitle, event.asksFeedback ? null : words.nobodyAsked],
    [words.programme, programme === null ? null : <ProgrammeLink key="programme" programme={programme} />],
    [words.modules, event.modules.map(({ title }) => title).join('; ') || null],
    [
      words.series,
      series === null ? null : (
        <TextLink key="series" to="/events/series/$id" params={{ id: String(series.id) }}>
          {series.title}
        </TextLink>
      ),
    ],
    [
      words.whole,
      whole === null ? null : (
        <TextLink key="whole" to="/events/$id" params={{ id: String(whole.id) }}>
          {whole.title}
        </TextLink>
      ),
    ],
    [words.responsible, event.responsible?.name],
    [words.about, event.about === '' ? null : event.about],
    [
      words.recording,
      event.recording === null ? null : (
        <OutsideLink key="recording" href={event.recording}>
          {words.watch}
        </OutsideLink>
      ),
    ],
    [
      words.instead,
      instead === null || insteadUntil === null
        ? instead
        : `${instead} (${words.insteadBy(sayShortDay(insteadUntil, language))})`,
    ],
  ]
  return (
    <dl className="rost-facts">
      {said
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name} className="rost-fact">
            <dt>{name}</dt>
            <dd style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function ProgrammeLink({ programme }: { readonly programme: NonNullable<Event['programme']> }): ReactNode {
  const { kinds, forms } = useWords(programmeWords)
  const { id, title, kind, form } = programme
  return (
    <>
      <TextLink to="/programmes/$id" params={{ id: String(id) }}>
        {title}
      </TextLink>
      {` (${kinds[kind]}, ${forms[form]})`}
    </>
  )
}

function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactNode {
  return (
    <Anchor href={href} target="_blank" rel="noreferrer">
      {children}
    </Anchor>
  )
}
