import type { Messages } from '../../platform/messages.ts'

export const decisionsMessages = {
  ru: { fields: { compare_not_earlier: 'дата для сравнения раньше даты справки' } },
  en: { fields: { compare_not_earlier: 'the day that is compared with is before the day of the note' } },
} as const satisfies Messages
