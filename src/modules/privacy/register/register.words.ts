import type { Said } from '../../../platform/personal-data.ts'

/**
 * Purposes, grounds and terms in words. The grounds are those a district usually has; its lawyer confirms them before the
 * district notifies the supervisory authority.
 */
export const PURPOSES: Readonly<Record<string, Said>> = {
  staff: [
    'Знать, кто, где и кем работает в районе: без этого не посчитать ни одного показателя',
    'To know who works where and as what: no figure can be counted without',
  ],
  development: [
    'Вести профессиональное развитие: обучение, диагностики, мероприятия, наставничество',
    'To run professional development: learning, diagnostics, events, mentoring',
  ],
  figures: ['Доказать утверждённые показатели: кто за ними стоит', 'To prove approved figures by who is behind them'],
  mending: [
    'Исправить то, что не прочиталось, и вернуть загрузку',
    'To mend what could not be read, and to take a load back',
  ],
  access: ['Впускать в систему только своих', 'To let nobody in who should not be'],
  traces: ['Знать, кто что делал и на кого смотрел', 'To know who did what and looked at whom'],
  papers: [
    'Вести учёт выданных документов и подтверждать, что они настоящие',
    'To keep the register of documents given, and to prove that they are genuine',
  ],
  answers: [
    'Ответить человеку о его данных и доказать, что ответили',
    'To answer people about their data, and to prove that it was done',
  ],
  consents: ['Доказать, что согласие дано или отозвано', 'To prove that consent was given or withdrawn'],
}

export const GROUNDS: Readonly<Record<string, Said>> = {
  labour: [
    'Трудовые отношения и обязанности работодателя: ТК РФ, гл. 14; 152-ФЗ, ст. 6, ч. 1, п. 2',
    'Employment and the duties of the employer: Labour Code, ch. 14; 152-ФЗ, art. 6(1)(2)',
  ],
  education: [
    'Обязанности по закону об образовании: 273-ФЗ, ст. 28, 47, 97; 152-ФЗ, ст. 6, ч. 1, п. 2',
    'Duties by the law on education: 273-ФЗ, art. 28, 47, 97; 152-ФЗ, art. 6(1)(2)',
  ],
  security: [
    'Обязанность защищать данные: 152-ФЗ, ст. 18.1 и 19',
    'The duty to protect the data: 152-ФЗ, art. 18.1 and 19',
  ],
  answers: [
    'Обязанность отвечать на обращения: 152-ФЗ, ст. 14, 20 и 21',
    'The duty to answer requests: 152-ФЗ, art. 14, 20 and 21',
  ],
  proof: ['Обязанность доказать согласие: 152-ФЗ, ст. 9, ч. 3', 'The duty to prove consent: 152-ФЗ, art. 9(3)'],
}

export const TERMS: Readonly<Record<string, Said>> = {
  staff: [
    'Пока человек работает в районе, и после — пока район не удалит (само не удаляется)',
    'While the person works in the district, and then until the district removes it (not removed by itself)',
  ],
  figures: [
    'Пока хранятся утверждённые показатели; только номера, имена берутся из карточек',
    'As long as approved figures are kept; numbers only, names come from the cards',
  ],
  ninety_days: ['90 дней, потом удаляется само', '90 days, then removed by itself'],
  half_year_after: [
    '180 дней после мероприятия, потом удаляется само',
    '180 days after the event, then removed by itself',
  ],
  half_year: ['180 дней без входа, потом удаляется само', '180 days without use, then removed by itself'],
  account: ['Пока есть учётная запись', 'As long as the account is there'],
  session: ['Пока длится вход, и день после', 'While signed in, and a day after'],
  traces: ['3 года, потом удаляется само', '3 years, then removed by itself'],
  journal: ['Без срока: в нём только номера', 'Without term: it holds numbers only'],
  papers: [
    'Пока ведётся реестр документов; само не удаляется',
    'As long as the register of documents is kept; not removed by itself',
  ],
  answers: ['3 года после ответа, потом удаляется само', '3 years after the answer, then removed by itself'],
  consents: ['Пока человек есть в системе', 'As long as the person is on record'],
  day: ['Сутки, потом удаляется само', 'A day, then removed by itself'],
}
