import type { Messages } from '../../platform/messages.ts'

export const activitiesMessages = { ru: {}, en: {} } as const satisfies Messages
