import type { Messages } from '../../platform/messages.ts'
import { notificationMessages, taskMessages } from './tasks.messages.ts'

export const indicatorsMessages = {
  ru: {
    problems: {
      island_closed: {
        title: 'Имена за этой цифрой закрыты',
        todo: 'Она стоит на результатах диагностики: поимённо их видят только сам человек и методист, который с ними работает.',
      },
      indicator_retired: {
        title: 'Показатель уже не считается',
        todo: 'Чтобы считать его снова, задайте новую редакцию.',
      },
      question_state: {
        title: 'Это действие сейчас невозможно',
        todo: 'Обновите страницу: на вопрос уже ответили, или его закрыли.',
      },
      nobody_to_ask: {
        title: 'Спросить пока некого',
        todo: 'В районе ещё нет методиста, который ведёт сведения о людях. Скажите об этом в своей организации.',
      },
      snapshot_state: {
        title: 'Это действие сейчас невозможно',
        todo: 'Обновите страницу: состояние зафиксированных значений уже другое.',
      },
      too_many_members: {
        title: 'Слишком много строк для одной книги',
        todo: 'Откройте разрез поменьше: в книгу помещается не больше {{most}} строк.',
      },
      district_not_chosen: { title: 'Не выбран район', todo: 'Выберите район, в котором хотите работать.' },
    },
    letters: {
      asked: {
        subject: 'Рост: вопрос по показателю {{code}}',
        text: 'Здравствуйте!\n\nВам задали вопрос по показателю {{code}}. Ответ ждут до {{day}}.\nПрочитать и ответить: {{link}}\n',
      },
      answered: {
        subject: 'Рост: ответ по показателю {{code}}',
        text: 'Здравствуйте!\n\nНа ваш вопрос по показателю {{code}} ответили.\nПрочитать ответ: {{link}}\n',
      },
      record_asked: {
        subject: 'Рост: вопрос о записи в карточке',
        text: 'Здравствуйте!\n\nЧеловек считает, что о нём записано неверно. Ответ ждут до {{day}}.\nПрочитать и ответить: {{link}}\n',
      },
      record_answered: {
        subject: 'Рост: ответ о записи в вашей карточке',
        text: 'Здравствуйте!\n\nНа ваш вопрос о записи в карточке ответили.\nПрочитать ответ: {{link}}\n',
      },
    },
    tasks: taskMessages.ru,
    asked: { question: 'Вопросы о цифрах и записях' },
    notifications: notificationMessages.ru,
    members: {
      sheet: 'Кто это',
      name: 'Кто',
      code: 'Код организации',
      organisation: 'Организация',
      facts: 'Факты',
      unknown: 'Чего не знаем',
      source: 'Файл (строка)',
    },
    slices: {
      total: 'Всего',
      what: 'Разрез',
      key: 'Код',
      label: 'Название',
      day: 'На дату',
      numerator: 'Учтены',
      denominator: 'Из скольких',
      value: 'Значение, %',
      count: 'Значение',
      change: 'Изменение',
      names: {
        organisation: 'По организациям',
        organisation_type: 'По типам организаций',
        type: 'По типам',
        subject: 'По предметам',
        age: 'По возрасту',
        position: 'По должностям',
      },
    },
    fields: {
      day_past: 'этот день уже прошёл',
      indicator_code_taken: 'показатель с таким кодом уже есть',
      band_order: 'граница внимания дальше от хорошего, чем граница нормы',
      edition_too_early: 'день позже {{day}}',
      slice_unknown: 'такого разреза нет',
    },
  },
  en: {
    problems: {
      island_closed: {
        title: 'The names behind this figure are closed',
        todo: 'It rests on results of diagnostics: by name they are seen only by the person and by the methodist who works with them.',
      },
      indicator_retired: {
        title: 'This indicator is not counted any more',
        todo: 'To count it again, define a new edition.',
      },
      question_state: {
        title: 'This cannot be done now',
        todo: 'Reload the page: the question was answered or closed by now.',
      },
      nobody_to_ask: {
        title: 'There is nobody to ask yet',
        todo: 'The district has no methodist yet who keeps what is known of people. Tell your organisation.',
      },
      snapshot_state: {
        title: 'This cannot be done now',
        todo: 'Reload the page: the frozen figures are in another state by now.',
      },
      too_many_members: {
        title: 'Too many rows for one workbook',
        todo: 'Open a smaller slice: a workbook takes at most {{most}} rows.',
      },
      district_not_chosen: { title: 'No district is chosen', todo: 'Choose the district you want to work in.' },
    },
    letters: {
      asked: {
        subject: 'Rost: a question about the indicator {{code}}',
        text: 'Hello!\n\nYou were asked about the indicator {{code}}. An answer is wanted by {{day}}.\nRead and answer: {{link}}\n',
      },
      answered: {
        subject: 'Rost: an answer about the indicator {{code}}',
        text: 'Hello!\n\nYour question about the indicator {{code}} was answered.\nRead the answer: {{link}}\n',
      },
      record_asked: {
        subject: 'Rost: a question about a record',
        text: 'Hello!\n\nSomebody thinks that what is on record of them is wrong. An answer is wanted by {{day}}.\nRead and answer: {{link}}\n',
      },
      record_answered: {
        subject: 'Rost: an answer about your record',
        text: 'Hello!\n\nYour question about your record was answered.\nRead the answer: {{link}}\n',
      },
    },
    tasks: taskMessages.en,
    asked: { question: 'Questions about figures and records' },
    notifications: notificationMessages.en,
    members: {
      sheet: 'Who is that',
      name: 'Who',
      code: 'Organisation code',
      organisation: 'Organisation',
      facts: 'Facts',
      unknown: 'What is not known',
      source: 'File (row)',
    },
    slices: {
      total: 'Total',
      what: 'Slice',
      key: 'Code',
      label: 'Name',
      day: 'As of',
      numerator: 'Counted',
      denominator: 'Of how many',
      value: 'Value, %',
      count: 'Value',
      change: 'Change',
      names: {
        organisation: 'By organisation',
        organisation_type: 'By type of organisation',
        type: 'By type',
        subject: 'By subject',
        age: 'By age',
        position: 'By position',
      },
    },
    fields: {
      day_past: 'this day has passed',
      indicator_code_taken: 'an indicator with this code exists',
      band_order: 'the bound of attention lies beyond the one of good',
      edition_too_early: 'a day after {{day}}',
      slice_unknown: 'there is no such slice',
    },
  },
} as const satisfies Messages
