import type { Messages } from '../../platform/messages.ts'
import { calendarFeedMessages } from './calendar-feed/calendar-feed.messages.ts'
import { coursePlanMessages } from './course-plans/course-plans.messages.ts'
import { enrolmentMessages } from './enrolment/enrolment.messages.ts'
import { eventRequestMessages } from './event-requests/event-requests.messages.ts'
import { eventMessages } from './events/events.messages.ts'
import { feedbackMessages } from './feedback/feedback.messages.ts'
import { presenceMessages } from './holding/presence/presence.messages.ts'
import { inHouseMessages } from './in-house/in-house.messages.ts'
import { internshipMessages } from './internships/internships.messages.ts'
import { invitationMessages } from './invitations/invitations.messages.ts'
import { letterMessages } from './letters/letters.messages.ts'
import { programmeMessages } from './programmes/programmes.messages.ts'
import { runMessages } from './runs/runs.messages.ts'
import { selfStudyMessages } from './self-study/self-study.messages.ts'
import { suggestionMessages } from './suggestions/suggestions.messages.ts'

const wordsOf = (language: 'ru' | 'en') => {
  const enrolment = enrolmentMessages[language]
  const letters = letterMessages[language]
  const events = eventMessages[language]
  const presence = presenceMessages[language]
  const feedback = feedbackMessages[language]
  const internships = internshipMessages[language]
  const programmes = programmeMessages[language]
  const runs = runMessages[language]
  const plans = coursePlanMessages[language]
  const inHouse = inHouseMessages[language]
  const requests = eventRequestMessages[language]
  const studies = selfStudyMessages[language]
  return {
    ...enrolment,
    ...calendarFeedMessages[language],
    ...suggestionMessages[language],
    ...{ ...programmes, ...plans, ...inHouse },
    letters: letters.letters,
    feedback: feedback.feedback,
    asked: feedback.asked,
    notifications: {
      ...{ ...enrolment.notifications, ...letters.notifications },
      ...{ ...programmes.notifications, ...runs.notifications, ...inHouse.notifications },
      ...requests.notifications,
      ...studies.notifications,
    },
    problems: {
      ...{ ...events.problems, ...enrolment.problems, ...invitationMessages[language].problems },
      ...{ ...programmes.problems, ...internships.problems, ...presence.problems },
      ...{ ...runs.problems, ...feedback.problems, ...plans.problems, ...inHouse.problems },
      ...requests.problems,
      ...studies.problems,
    },
    fields: {
      ...{ ...events.fields, ...enrolment.fields, ...presence.fields, ...feedback.fields },
      ...{ ...programmes.fields, ...internships.fields, ...runs.fields, ...plans.fields, ...inHouse.fields },
      ...requests.fields,
      ...studies.fields,
    },
    tasks: {
      ...enrolment.tasks,
      ...programmes.tasks,
      ...plans.tasks,
      ...runs.tasks,
      ...inHouse.tasks,
      ...requests.tasks,
      ...studies.tasks,
    },
  }
}

export const activitiesMessages = { ru: wordsOf('ru'), en: wordsOf('en') } as const satisfies Messages
