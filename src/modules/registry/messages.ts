import type { Messages } from '../../platform/messages.ts'
import { classifierMessages } from './classifiers/classifiers.messages.ts'
import { goneMessages } from './comparison/gone.messages.ts'
import { districtMessages } from './districts/district.messages.ts'
import { doublesMessages } from './doubles/doubles.messages.ts'
import { exchangeMessages } from './exchange/exchange.messages.ts'
import { grantMessages } from './grants/grants.messages.ts'
import { historyMessages } from './history/history.messages.ts'
import { loadMessages } from './loads/loads.messages.ts'
import { peopleMessages } from './people/people.messages.ts'
import { profileMessages } from './profiles/profiles.messages.ts'
import { notificationMessages, taskMessages } from './tasks/tasks.messages.ts'
import { undoMessages } from './undo/undo.messages.ts'

export const registryMessages = {
  ru: {
    problems: {
      ...grantMessages.ru.problems,
      ...loadMessages.ru.problems,
      ...peopleMessages.ru.problems,
      ...historyMessages.ru.problems,
      ...undoMessages.ru.problems,
      ...classifierMessages.ru.problems,
      ...doublesMessages.ru.problems,
      ...goneMessages.ru.problems,
      too_much_exported: {
        title: 'На сегодня выгрузок достаточно',
        todo: 'Предел района — {{most}} за день. Продолжите завтра или попросите администратора изменить правила.',
      },
      no_snils: { title: 'СНИЛС не записан', todo: 'Его можно внести на карточке человека.' },
      organisation_in_use: {
        title: 'За организацией числятся люди или события',
        todo: 'Вместо удаления укажите её последний день.',
      },
    },
    fields: {
      ...grantMessages.ru.fields,
      ...loadMessages.ru.fields,
      ...peopleMessages.ru.fields,
      ...classifierMessages.ru.fields,
      ...profileMessages.ru.fields,
      ...goneMessages.ru.fields,
      code_taken: 'такой код уже есть в районе',
      feature_there: 'с этого дня это уже отмечено',
      day_beyond_form: 'этот день не в году формы и не в следующем',
    },
    role: grantMessages.ru.role,
    dictionary: districtMessages.ru.dictionary,
    load: exchangeMessages.ru,
    loads: loadMessages.ru.loads,
    history: historyMessages.ru.history,
    undo: { reasons: undoMessages.ru.reasons, things: undoMessages.ru.things },
    people: peopleMessages.ru.people,
    tasks: taskMessages.ru,
    notifications: notificationMessages.ru,
    organisationType: {
      school: 'школа',
      kindergarten: 'ДОУ',
      additional: 'УДО',
      methodical_centre: 'ИМЦ',
      psychological_centre: 'ЦППМСП',
    },
    employmentKind: {
      main: 'основное место',
      inner: 'внутреннее совместительство',
      outer: 'внешнее совместительство',
    },
  },
  en: {
    problems: {
      ...grantMessages.en.problems,
      ...loadMessages.en.problems,
      ...peopleMessages.en.problems,
      ...historyMessages.en.problems,
      ...undoMessages.en.problems,
      ...classifierMessages.en.problems,
      ...doublesMessages.en.problems,
      ...goneMessages.en.problems,
      too_much_exported: {
        title: 'That is enough exports for today',
        todo: 'The limit of the district is {{most}} a day. Go on tomorrow, or ask the administrator to change the rules.',
      },
      no_snils: { title: 'There is no СНИЛС on record', todo: 'It can be written down on the card of the person.' },
      organisation_in_use: {
        title: 'People or events belong to this organisation',
        todo: 'Instead of removing it, set its last day.',
      },
    },
    fields: {
      ...grantMessages.en.fields,
      ...loadMessages.en.fields,
      ...peopleMessages.en.fields,
      ...classifierMessages.en.fields,
      ...profileMessages.en.fields,
      ...goneMessages.en.fields,
      code_taken: 'this code exists in the district already',
      feature_there: 'noted already from this day on',
      day_beyond_form: 'this day is neither in the year of the form nor in the next',
    },
    role: grantMessages.en.role,
    dictionary: districtMessages.en.dictionary,
    load: exchangeMessages.en,
    loads: loadMessages.en.loads,
    history: historyMessages.en.history,
    undo: { reasons: undoMessages.en.reasons, things: undoMessages.en.things },
    people: peopleMessages.en.people,
    tasks: taskMessages.en,
    notifications: notificationMessages.en,
    organisationType: {
      school: 'school',
      kindergarten: 'kindergarten',
      additional: 'additional education',
      methodical_centre: 'methodical centre',
      psychological_centre: 'psychological centre',
    },
    employmentKind: {
      main: 'main place',
      inner: 'part-time at the same employer',
      outer: 'part-time beside another employer',
    },
  },
} as const satisfies Messages
