import type { Messages } from '../../platform/messages.ts'

export const journalMessages = {
  ru: {
    problems: {
      journal_too_long: {
        title: 'Слишком много записей для одной книги',
        todo: 'Сузьте отбор: в книгу помещается не больше {{most}} записей.',
      },
    },
    workbook: {
      sheet: 'Журнал',
      columns: {
        at: 'Когда (UTC)',
        by: 'Откуда',
        who: 'Кто',
        as: 'От имени',
        action: 'Что сделано',
        kind: 'С чем',
        object: 'Название',
        id: 'Номер',
        details: 'Подробности',
        requestId: 'Запрос',
      },
      by: { account: 'учётная запись', operator: 'оператор', job: 'по расписанию', anonymous: 'до входа' },
    },
  },
  en: {
    problems: {
      journal_too_long: {
        title: 'Too many entries for one workbook',
        todo: 'Narrow the choice: a workbook takes at most {{most}} entries.',
      },
    },
    workbook: {
      sheet: 'Journal',
      columns: {
        at: 'When (UTC)',
        by: 'From where',
        who: 'Who',
        as: 'As whom',
        action: 'What was done',
        kind: 'To what',
        object: 'Its name',
        id: 'Number',
        details: 'Details',
        requestId: 'Request',
      },
      by: { account: 'account', operator: 'operator', job: 'by the clock', anonymous: 'before signing in' },
    },
  },
} as const satisfies Messages
