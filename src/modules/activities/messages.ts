import type { Messages } from '../../platform/messages.ts'
import { calendarFeedMessages } from './calendar-feed/calendar-feed.messages.ts'
import { enrolmentMessages } from './enrolment/enrolment.messages.ts'
import { eventMessages } from './events/events.messages.ts'
import { invitationMessages } from './invitations/invitations.messages.ts'
import { letterMessages } from './letters/letters.messages.ts'
import { suggestionMessages } from './suggestions/suggestions.messages.ts'

const wordsOf = (language: 'ru' | 'en') => {
  const { problems, fields, notifications, ...enrolment } = enrolmentMessages[language]
  const letters = letterMessages[language]
  const events = eventMessages[language]
  return {
    ...enrolment,
    ...calendarFeedMessages[language],
    ...suggestionMessages[language],
    letters: letters.letters,
    notifications: { ...notifications, ...letters.notifications },
    problems: { ...events.problems, ...problems, ...invitationMessages[language].problems },
    fields: { ...events.fields, ...fields },
  }
}

export const activitiesMessages = { ru: wordsOf('ru'), en: wordsOf('en') } as const satisfies Messages
