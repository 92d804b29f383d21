import type { Messages } from '../../platform/messages.ts'
import { calendarFeedMessages } from './calendar-feed/calendar-feed.messages.ts'
import { enrolmentMessages } from './enrolment/enrolment.messages.ts'
import { eventMessages } from './events/events.messages.ts'
import { presenceMessages } from './holding/presence/presence.messages.ts'
import { internshipMessages } from './internships/internships.messages.ts'
import { invitationMessages } from './invitations/invitations.messages.ts'
import { letterMessages } from './letters/letters.messages.ts'
import { programmeMessages } from './programmes/programmes.messages.ts'
import { suggestionMessages } from './suggestions/suggestions.messages.ts'

const wordsOf = (language: 'ru' | 'en') => {
  const enrolment = enrolmentMessages[language]
  const letters = letterMessages[language]
  const events = eventMessages[language]
  const presence = presenceMessages[language]
  const internships = internshipMessages[language]
  const programmes = programmeMessages[language]
  return {
    ...enrolment,
    ...calendarFeedMessages[language],
    ...suggestionMessages[language],
    ...programmes,
    letters: letters.letters,
    notifications: { ...enrolment.notifications, ...letters.notifications, ...programmes.notifications },
    problems: {
      ...{ ...events.problems, ...enrolment.problems, ...invitationMessages[language].problems },
      ...{ ...programmes.problems, ...internships.problems, ...presence.problems },
    },
    fields: {
      ...{ ...events.fields, ...enrolment.fields, ...presence.fields },
      ...{ ...programmes.fields, ...internships.fields },
    },
    tasks: { ...enrolment.tasks, ...programmes.tasks },
  }
}

export const activitiesMessages = { ru: wordsOf('ru'), en: wordsOf('en') } as const satisfies Messages
