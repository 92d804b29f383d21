import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { EnrolmentMark } from '../../enrolment/ui/state.mark.tsx'
import type { Course } from '../courses.contract.ts'
import { CourseMark } from './state.mark.tsx'
import { coursePlanWords } from './words.ts'

/** What is learned, for how long and where. */
export function WhatNote({
  course: { programme, topic, provider, hours, form },
}: {
  readonly course: Course
}): ReactNode {
  const words = useWords(coursePlanWords)
  const title = programme?.title ?? topic?.label ?? ''
  return (
    <>
      {programme?.id == null ? (
        <span className="rost-own-name">{title}</span>
      ) : (
        <TextLink
          underline="always"
          to="/programmes/$id"
          params={{ id: String(programme.id) }}
          className="rost-own-name"
        >
          {title}
        </TextLink>
      )}
      <Text size="xs" c="dimmed">
        {words.inHours(hours)}, {words.forms[form]}
        {[programme === null ? null : topic?.label, provider]
          .filter((text) => text != null)
          .map((text) => (
            <span key={text}>
              , <span className="rost-own-name">{text}</span>
            </span>
          ))}
      </Text>
    </>
  )
}

/** What became of it. */
export function DoneNote({ course: { state, learned, enrolment } }: { readonly course: Course }): ReactNode {
  const words = useWords(coursePlanWords)
  const { language } = useLanguage()
  if (state === 'completed' && learned !== null) {
    return (
      <>
        <CourseMark state={state} />
        <Text size="xs" c="dimmed" className="rost-own-name">
          {`${sayShortDay(learned.endsOn, language)}: ${learned.title}`}, {words.inHours(learned.hours)}
        </Text>
      </>
    )
  }
  if (state !== 'enrolled' || enrolment === null) return <CourseMark state={state} />
  return (
    <>
      <EnrolmentMark state={enrolment.state} />
      <Text size="xs">
        <TextLink
          underline="always"
          to="/events/$id"
          params={{ id: String(enrolment.eventId) }}
          className="rost-own-name"
          inherit
        >
          {enrolment.title}
        </TextLink>
        {`, ${sayShortDay(enrolment.heldOn, language)}`}
      </Text>
    </>
  )
}
