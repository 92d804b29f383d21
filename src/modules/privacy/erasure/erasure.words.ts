import type { Said } from '../../../platform/personal-data.ts'
import type { Fate, Hindrance } from './erasure.ts'

/** Why rows stay although the person is erased; each with the law. */
export const WHY_KEPT: Readonly<Record<string, Said>> = {
  figures: [
    'Утверждённые показатели остаются как были; в них номера без имён',
    'Approved figures stay as they were; they hold numbers without names',
  ],
  officials: [
    'Кто подписал документ района: 273-ФЗ, ст. 97; 152-ФЗ, ст. 6, ч. 1, п. 2',
    'Who signed a document of the district: 273-ФЗ, art. 97; 152-ФЗ, art. 6(1)(2)',
  ],
  guests: [
    'Гости мероприятий не из района: имена удаляются сами через полгода; 152-ФЗ, ст. 5, ч. 7',
    'Guests of events are nobody of the district: the names go by themselves after half a year; 152-ФЗ, art. 5(7)',
  ],
  anonymous: [
    'Отзывы хранятся отдельно от тех, кто ответил: чьи они, не знает никто; 152-ФЗ, ст. 3, п. 9',
    'Feedback is kept apart from who gave it: nobody knows whose it is; 152-ФЗ, art. 3(9)',
  ],
  papers: [
    'В реестре остаются номера; имя — только на удостоверениях о квалификации: их выдачу учитывают по 273-ФЗ, ст. 60 и 98',
    'Numbers stay in the register; names only on certificates of qualification, which the law wants registered: 273-ФЗ, art. 60 and 98',
  ],
  traces: [
    'Журнал и счётчики: только номера, которые никуда не ведут; 152-ФЗ, ст. 19',
    'Journal and counters: only numbers that lead nowhere; 152-ФЗ, art. 19',
  ],
  applicants: [
    'Остаются обращение и ответ с именем того, кто обратился: доказательство ответа; 152-ФЗ, ст. 20 и 21',
    'The request and its answer stay with the name of who asked: they prove the answer; 152-ФЗ, art. 20 and 21',
  ],
  answers: [
    'Лежат в деле обращения, пока хранится ответ: 152-ФЗ, ст. 9, ч. 3',
    'Lie in the file of the request as long as the answer is kept: 152-ФЗ, art. 9(3)',
  ],
}

const FATES: Readonly<Record<Fate['does'], Said>> = {
  remove: ['Удаляется', 'Goes'],
  open: ['Вскрывается и удаляется; сами файлы — ночью', 'Opened and removed; the files themselves by night'],
  blank: ['Остаётся без имени', 'Stays without a name'],
  mentions: ['Имя в тексте заменяется', 'The name in the text is replaced'],
  file: ['Переносится в дело обращения', 'Goes into the file of the request'],
  keep: ['Остаётся', 'Stays'],
}

/** What becomes of rows, and why they stay; where a name stays the reason says it all. */
export const sayFate = (does: Fate['does'], why: string | null | undefined): Said => {
  const kept = why === null || why === undefined ? undefined : WHY_KEPT[why]
  if (kept === undefined) return FATES[does]
  return does === 'blank' ? kept : [`${FATES[does][0]}. ${kept[0]}`, `${FATES[does][1]}. ${kept[1]}`]
}

export const HINDRANCES: Readonly<Record<Hindrance, Said>> = {
  employed: [
    'Человек ещё работает в районе: его данные нужны работодателю по закону. Сначала укажите последний день работы',
    'The person is still at work in the district, and the law wants their data. Enter the last working day first',
  ],
  roles: [
    'С этой учётной записью работают в районе или в другом районе. Сначала снимите роли',
    'The account is at work here or in another district. End its roles first',
  ],
  loads: [
    'Есть незаконченные загрузки: кто в них, пока не видно. Примите их или откажитесь от них',
    'Loads are not finished, and who is in them cannot be seen yet. Take or drop them',
  ],
}
