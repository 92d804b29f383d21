import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import {
  decideEventRequest,
  type EventRequest,
  type EventRequestStep,
  getEventRequest,
  withdrawEventRequest,
} from '../event-requests.contract.ts'
import { AnswerEvent } from './answer.event.tsx'
import { DecisionForm } from './decision.form.tsx'
import { NameForm } from './name.form.tsx'
import { PlanForm } from './plan.form.tsx'
import { EventRequestMark } from './state.mark.tsx'
import { TOUCHED } from './touched.ts'
import { eventRequestWords } from './words.ts'

export function EventRequestPage(): ReactNode {
  const words = useWords(eventRequestWords)
  const id = Number(useParams({ from: '/event-requests/$id' }).id)
  const found = useQuery({ queryKey: ['event-request', id], queryFn: () => call(getEventRequest, { params: { id } }) })
  const request = found.data
  return (
    <Page title={request?.title ?? words.asking} actions={<TextLink to="/event-requests">{words.back}</TextLink>}>
      <ProblemNote error={found.error} onRetry={() => found.refetch()} />
      {request === undefined ? null : (
        <>
          <Facts request={request} />
          <Steps key={request.version} request={request} />
        </>
      )}
    </Page>
  )
}

function Facts({ request }: { readonly request: EventRequest }): ReactNode {
  const words = useWords(eventRequestWords)
  const { language } = useLanguage()
  const day = (iso: string | null): string | null => (iso === null ? null : sayDay(iso, language))
  const { organisation, form, about, people, place, state, event, word, askedBy, askedOn } = request
  const own = (text: string): ReactNode => <span className="rost-own-name">{text}</span>
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.state, <EventRequestMark key="state" state={state} />],
    ...(event === null ? [] : [[words.event, <AnswerEvent key="event" event={event} />] as const]),
    ...(word === null ? [] : [[state === 'returned' ? words.question : words.reason, own(word)] as const]),
    [words.organisation, own(organisation.name)],
    ...(about === '' ? [] : [[words.why, own(about)] as const]),
    [words.form, form === null ? words.anyForm : own(form.label)],
    ...(people === null ? [] : [[words.howMany, people.toLocaleString(language)] as const]),
    [words.wished, words.period(day(request.from), day(request.until))],
    [words.place, words.places[place]],
    [words.asked, `${askedBy ?? words.somebody}, ${day(askedOn)}`],
  ]
  return (
    <dl className="rost-facts">
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd style={{ whiteSpace: 'pre-line' }}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Form = Extract<EventRequestStep, 'plan' | 'name' | 'return' | 'decline'>

function Steps({ request }: { readonly request: EventRequest }): ReactNode {
  const words = useWords(eventRequestWords)
  const nominates = useMay('enrolment.nominate')
  const [doing, setDoing] = useState<Form | null>(null)
  const { id, version, can, event } = request
  const close = (): void => setDoing(null)
  const saving = { touches: TOUCHED, onDone: close }
  const withdrawing = useForm({
    save: (key) => call(withdrawEventRequest, { params: { id } }, { key, version }),
    saved: words.withdrawn,
    ...saving,
  })
  const detaching = useForm({
    save: (key) => call(decideEventRequest, { params: { id }, body: { step: 'detach' } }, { key, version }),
    saved: words.detached,
    ...saving,
  })
  if (doing === 'plan') return <PlanForm request={request} onDone={close} onCancel={close} />
  if (doing === 'name') return <NameForm requests={[request]} onDone={close} onCancel={close} />
  if (doing !== null) return <DecisionForm request={request} step={doing} onDone={close} onCancel={close} />
  const forms: readonly (readonly [Form, string])[] = [
    ['plan', words.plan],
    ['name', words.name],
    ['return', words.giveBack],
    ['decline', words.decline],
  ]
  return (
    <>
      <ProblemNote error={withdrawing.error ?? detaching.error} />
      <Group gap="xs">
        {event?.state === 'announced' && nominates ? (
          <ButtonLink to="/events/$id/nomination" params={{ id: String(event.id) }}>
            {words.send}
          </ButtonLink>
        ) : null}
        {can.includes('correct') ? (
          <ButtonLink to="/event-requests/$id/correction" params={{ id: String(id) }}>
            {words.correct}
          </ButtonLink>
        ) : null}
        {forms
          .filter(([step]) => can.includes(step))
          .map(([step, name]) => (
            <Button key={step} variant={step === 'plan' ? 'filled' : 'default'} onClick={() => setDoing(step)}>
              {name}
            </Button>
          ))}
        {can.includes('withdraw') ? (
          <Button variant="default" loading={withdrawing.busy} onClick={withdrawing.submit}>
            {words.withdraw}
          </Button>
        ) : null}
        {can.includes('detach') ? (
          <Button variant="default" loading={detaching.busy} onClick={detaching.submit}>
            {words.detach}
          </Button>
        ) : null}
      </Group>
    </>
  )
}
