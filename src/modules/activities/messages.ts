import type { Messages } from '../../platform/messages.ts'
import { enrolmentMessages } from './enrolment/enrolment.messages.ts'
import { eventMessages } from './events/events.messages.ts'
import { internshipMessages } from './internships/internships.messages.ts'
import { programmeMessages } from './programmes/programmes.messages.ts'

const wordsOf = (language: 'ru' | 'en') => {
  const enrolment = enrolmentMessages[language]
  const events = eventMessages[language]
  const internships = internshipMessages[language]
  const programmes = programmeMessages[language]
  return {
    ...enrolment,
    ...programmes,
    problems: { ...events.problems, ...enrolment.problems, ...programmes.problems, ...internships.problems },
    fields: { ...events.fields, ...enrolment.fields, ...programmes.fields, ...internships.fields },
    tasks: { ...enrolment.tasks, ...programmes.tasks },
  }
}

export const activitiesMessages = { ru: wordsOf('ru'), en: wordsOf('en') } as const satisfies Messages
