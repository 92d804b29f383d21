import type { Messages } from '../../platform/messages.ts'

export const registryMessages = {
  ru: {
    problems: {
      organisation_in_use: {
        title: 'За организацией числятся люди или события',
        todo: 'Вместо удаления укажите её последний день.',
      },
    },
    fields: {
      code_taken: 'такой код уже есть в районе',
    },
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
      organisation_in_use: {
        title: 'People or events belong to this organisation',
        todo: 'Instead of removing it, set its last day.',
      },
    },
    fields: {
      code_taken: 'this code exists in the district already',
    },
    organisationType: {
      school: 'school',
      kindergarten: 'kindergarten',
      additional: 'additional education',
      methodical_centre: 'methodical centre',
      psychological_centre: 'psychological centre',
    },
  },
} as const satisfies Messages
