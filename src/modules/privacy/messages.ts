import type { Messages } from '../../platform/messages.ts'
import { incidentMessages } from './incidents/incidents.messages.ts'
import { requestMessages } from './requests/requests.messages.ts'

export const privacyMessages = {
  ru: {
    problems: {
      consent_text_old: {
        title: 'Текст согласия уже другой',
        todo: 'Откройте страницу заново и прочитайте новый текст.',
      },
      consent_given: { title: 'Согласие уже дано', todo: 'Ничего делать не нужно.' },
      no_consent: { title: 'Отзывать нечего', todo: 'Согласия нет или оно уже отозвано.' },
      ...requestMessages.ru.problems,
      ...incidentMessages.ru.problems,
    },
    fields: {
      no_such_text: 'такого текста нет',
      brackets_left: 'заполните места в квадратных скобках',
      ...requestMessages.ru.fields,
      ...incidentMessages.ru.fields,
    },
    tasks: { ...requestMessages.ru.tasks, ...incidentMessages.ru.tasks },
    notifications: requestMessages.ru.notifications,
  },
  en: {
    problems: {
      consent_text_old: { title: 'The text is another one by now', todo: 'Open the page anew and read the new text.' },
      consent_given: { title: 'The consent is given already', todo: 'There is nothing to do.' },
      no_consent: { title: 'There is nothing to withdraw', todo: 'No consent was given, or it was withdrawn already.' },
      ...requestMessages.en.problems,
      ...incidentMessages.en.problems,
    },
    fields: {
      no_such_text: 'there is no such text',
      brackets_left: 'fill in what stands in square brackets',
      ...requestMessages.en.fields,
      ...incidentMessages.en.fields,
    },
    tasks: { ...requestMessages.en.tasks, ...incidentMessages.en.tasks },
    notifications: requestMessages.en.notifications,
  },
} as const satisfies Messages
