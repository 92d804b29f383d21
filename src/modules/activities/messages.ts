import type { Messages } from '../../platform/messages.ts'
import { enrolmentMessages } from './enrolment/enrolment.messages.ts'

export const activitiesMessages = {
  ru: { ...enrolmentMessages.ru },
  en: { ...enrolmentMessages.en },
} as const satisfies Messages
