import type { Messages } from '../../platform/messages.ts'
import { calendarFeedMessages } from './calendar-feed/calendar-feed.messages.ts'
import { enrolmentMessages } from './enrolment/enrolment.messages.ts'
import { eventMessages } from './events/events.messages.ts'

const wordsOf = (language: 'ru' | 'en') => {
  const { problems, fields, ...enrolment } = enrolmentMessages[language]
  const events = eventMessages[language]
  return {
    ...enrolment,
    ...calendarFeedMessages[language],
    problems: { ...events.problems, ...problems },
    fields: { ...events.fields, ...fields },
  }
}

export const activitiesMessages = { ru: wordsOf('ru'), en: wordsOf('en') } as const satisfies Messages
