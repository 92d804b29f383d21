/** Words of requests and erasures; part of those of the module. */
export const requestMessages = {
  ru: {
    problems: {
      request_waits: {
        title: 'Такое обращение уже ждёт ответа',
        todo: 'Дождитесь ответа: срок указан в обращении.',
      },
      request_answered: { title: 'На обращение уже ответили', todo: 'Откройте его заново и посмотрите ответ.' },
      request_open: {
        title: 'На обращение ещё не ответили',
        todo: 'Сначала запишите ответ, потом его можно напечатать.',
      },
      request_extended: {
        title: 'Срок уже продлевали',
        todo: 'Закон позволяет продлить его один раз: ответьте в срок.',
      },
      request_no_copy: {
        title: 'Копию дают только по обращению о том, что хранится',
        todo: 'Внесите такое обращение, если человек просил об этом.',
      },
      erase_first: {
        title: 'Сначала удалите данные',
        todo: 'Откройте «Что будет удалено»: обращение закроется само, когда данные уйдут.',
      },
      erasure_hindered: {
        title: 'Удалить пока нельзя',
        todo: 'Посмотрите на странице удаления, что мешает, и устраните это.',
      },
      second_person_needed: {
        title: 'Нужен второй человек',
        todo: 'Вы уже попросили об удалении. Подтвердить должен кто-то другой: методист или начальник отдела.',
      },
      nothing_barred: { title: 'Запрета нет', todo: 'Загрузка и так примет этого человека.' },
    },
    fields: { surname_differs: 'это не фамилия того, кого удаляют' },
    tasks: {
      requests_late_one: 'Ответить на {{count, number}} просроченное обращение о данных',
      requests_late_few: 'Ответить на {{count, number}} просроченных обращения о данных',
      requests_late_many: 'Ответить на {{count, number}} просроченных обращений о данных',
      requests_late_other: 'Ответить на {{count, number}} просроченного обращения о данных',
      requests_open_one: 'Ответить на {{count, number}} обращение о данных',
      requests_open_few: 'Ответить на {{count, number}} обращения о данных',
      requests_open_many: 'Ответить на {{count, number}} обращений о данных',
      requests_open_other: 'Ответить на {{count, number}} обращения о данных',
      erasures_confirm_one: 'Подтвердить {{count, number}} удаление человека',
      erasures_confirm_few: 'Подтвердить {{count, number}} удаления людей',
      erasures_confirm_many: 'Подтвердить {{count, number}} удалений людей',
      erasures_confirm_other: 'Подтвердить {{count, number}} удаления людей',
    },
    notifications: { request_answered: 'На ваше обращение о данных ответили' },
  },
  en: {
    problems: {
      request_waits: { title: 'Such a request waits already', todo: 'Wait for the answer: its day is told there.' },
      request_answered: { title: 'The request was answered already', todo: 'Open it anew and read the answer.' },
      request_open: { title: 'The request is not answered yet', todo: 'Write the answer down first, then print it.' },
      request_extended: { title: 'It was given more time already', todo: 'The law allows it once: answer in time.' },
      request_no_copy: {
        title: 'A copy is given only for a request about what is held',
        todo: 'Enter such a request if that is what the person asked for.',
      },
      erase_first: {
        title: 'Erase the data first',
        todo: 'Open “What will be erased”: the request closes by itself once the data are gone.',
      },
      erasure_hindered: {
        title: 'It cannot be erased yet',
        todo: 'The page of the erasure tells what stands in the way.',
      },
      second_person_needed: {
        title: 'A second person is needed',
        todo: 'You have asked for it. Somebody else has to confirm: a methodist or the department.',
      },
      nothing_barred: { title: 'There is no bar', todo: 'A load takes this person anyway.' },
    },
    fields: { surname_differs: 'this is not the surname of whom you erase' },
    tasks: {
      requests_late_one: 'Answer {{count, number}} overdue request about data',
      requests_late_other: 'Answer {{count, number}} overdue requests about data',
      requests_open_one: 'Answer {{count, number}} request about data',
      requests_open_other: 'Answer {{count, number}} requests about data',
      erasures_confirm_one: 'Confirm {{count, number}} erasure of a person',
      erasures_confirm_other: 'Confirm {{count, number}} erasures of people',
    },
    notifications: { request_answered: 'Your request about your data was answered' },
  },
} as const
