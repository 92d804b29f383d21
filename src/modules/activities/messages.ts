import type { Messages } from '../../platform/messages.ts'
import { enrolmentMessages } from './enrolment/enrolment.messages.ts'
import { eventMessages } from './events/events.messages.ts'
import { presenceMessages } from './holding/presence/presence.messages.ts'

const wordsOf = (language: 'ru' | 'en') => {
  const { problems, fields, ...enrolment } = enrolmentMessages[language]
  const events = eventMessages[language]
  const presence = presenceMessages[language]
  return {
    ...enrolment,
    problems: { ...events.problems, ...problems, ...presence.problems },
    fields: { ...events.fields, ...fields, ...presence.fields },
  }
}

export const activitiesMessages = { ru: wordsOf('ru'), en: wordsOf('en') } as const satisfies Messages
