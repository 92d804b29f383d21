/** Words of studying without a group; part of those of the module. */
export const selfStudyMessages = {
  ru: {
    problems: {
      study_state: {
        title: 'С этим обучением так сейчас нельзя',
        todo: 'Откройте его заново: оно уже согласовано, завершено или отменено.',
      },
      study_ahead: { title: 'Обучение ещё не началось', todo: 'Модули отмечают, начиная с первого дня.' },
      study_unfinished: {
        title: 'Пройдены не все модули',
        todo: 'Отметьте пройденные; завершить можно, когда отмечены все, что нужны.',
      },
      study_taken: {
        title: 'Человек уже проходит эту программу без группы или попросил об этом',
        todo: 'Откройте список «Обучение без группы» и найдите его там.',
      },
      study_document_given: {
        title: 'Документ уже выдан',
        todo: 'Заново обучение не открыть. Ошибку исправляют в самом документе: отзовите его или выдайте заново.',
      },
    },
    fields: {
      programme_needs_group: 'эту программу проходят только в группе',
      study_long: 'без группы учатся не больше года',
      study_day: 'раньше, чем началось обучение',
      study_before_module: 'раньше, чем пройден последний модуль',
      study_own_tutor: 'это сам слушатель: выберите другого',
    },
    tasks: {
      studies_asked_one: 'Согласовать обучение без группы: {{count, number}} человек',
      studies_asked_few: 'Согласовать обучение без группы: {{count, number}} человека',
      studies_asked_many: 'Согласовать обучение без группы: {{count, number}} человек',
      studies_asked_other: 'Согласовать обучение без группы: {{count, number}} человека',
      studies_overdue_one: 'Срок обучения без группы вышел: {{count, number}} человек не завершил',
      studies_overdue_few: 'Срок обучения без группы вышел: {{count, number}} человека не завершили',
      studies_overdue_many: 'Срок обучения без группы вышел: {{count, number}} человек не завершили',
      studies_overdue_other: 'Срок обучения без группы вышел: {{count, number}} человека не завершили',
    },
    notifications: {
      study_arranged: 'Обучение без группы назначено: до {{day}}',
      study_declined: 'Обучение без группы не согласовано: прочтите почему',
      study_cancelled: 'Обучение без группы отменено: прочтите почему',
      study_finished: 'Обучение без группы завершено',
    },
  },
  en: {
    problems: {
      study_state: {
        title: 'This cannot be done now',
        todo: 'Open it anew: it was agreed to, finished or called off already.',
      },
      study_ahead: { title: 'It has not begun', todo: 'Modules are noted from the first day on.' },
      study_unfinished: {
        title: 'Not all modules are passed',
        todo: 'Note those that are; it is finished once all that are needed are.',
      },
      study_taken: {
        title: 'The person takes this programme without a group already, or asked to',
        todo: 'Open “Studying without a group” and find them there.',
      },
      study_document_given: {
        title: 'The document was given',
        todo: 'It is not opened again. A mistake is mended in the document itself: revoke it, or give it anew.',
      },
    },
    fields: {
      programme_needs_group: 'this programme is taken in a group only',
      study_long: 'without a group one studies a year at most',
      study_day: 'before it began',
      study_before_module: 'before the last module was passed',
      study_own_tutor: 'this is the learner: choose somebody else',
    },
    tasks: {
      studies_asked_one: 'Agree that {{count, number}} person studies without a group',
      studies_asked_other: 'Agree that {{count, number}} people study without a group',
      studies_overdue_one: 'The term of {{count, number}} person who studies without a group is over',
      studies_overdue_other: 'The term of {{count, number}} people who study without a group is over',
    },
    notifications: {
      study_arranged: 'Studying without a group was arranged, until {{day}}',
      study_declined: 'Your studying without a group was declined: read why',
      study_cancelled: 'Studying without a group was called off: read why',
      study_finished: 'Studying without a group is finished',
    },
  },
} as const
