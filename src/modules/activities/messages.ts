import type { Messages } from '../../platform/messages.ts'
import { eventMessages } from './events/events.messages.ts'

export const activitiesMessages = {
  ru: { problems: eventMessages.ru.problems, fields: eventMessages.ru.fields },
  en: { problems: eventMessages.en.problems, fields: eventMessages.en.fields },
} as const satisfies Messages
