import type { Messages } from '../../platform/messages.ts'
import { exchangeMessages } from './exchange/exchange.messages.ts'
import { grantMessages } from './grants/grants.messages.ts'

export const registryMessages = {
  ru: {
    problems: {
      ...grantMessages.ru.problems,
      organisation_in_use: {
        title: 'За организацией числятся люди или события',
        todo: 'Вместо удаления укажите её последний день.',
      },
    },
    fields: {
      ...grantMessages.ru.fields,
      code_taken: 'такой код уже есть в районе',
    },
    role: grantMessages.ru.role,
    load: exchangeMessages.ru,
    organisationType: {
      school: 'школа',
      kindergarten: 'ДОУ',
      additional: 'УДО',
      methodical_centre: 'ИМЦ',
      psychological_centre: 'ЦППМСП',
    },
  },
  en: {
    problems: {
      ...grantMessages.en.problems,
      organisation_in_use: {
        title: 'People or events belong to this organisation',
        todo: 'Instead of removing it, set its last day.',
      },
    },
    fields: {
      ...grantMessages.en.fields,
      code_taken: 'this code exists in the district already',
    },
    role: grantMessages.en.role,
    load: exchangeMessages.en,
    organisationType: {
      school: 'school',
      kindergarten: 'kindergarten',
      additional: 'additional education',
      methodical_centre: 'methodical centre',
      psychological_centre: 'psychological centre',
    },
  },
} as const satisfies Messages
