/** Words of claims; part of those of the module. */
export const claimMessages = {
  ru: {
    problems: {
      claim_made: {
        title: 'Об этой работе вы уже заявили',
        todo: 'Она есть в списке ниже: там видно, подтвердили ли её.',
      },
      claim_decided: {
        title: 'По этой заявке уже решили',
        todo: 'Откройте список заново: там видно, что с ней стало.',
      },
    },
    fields: { word_missing: 'напишите в нескольких словах, что поправить' },
    asked: { claim: 'Заявки о работе' },
    tasks: {
      claims_asked_one: 'Подтвердить {{count, number}} заявку о методической работе',
      claims_asked_few: 'Подтвердить {{count, number}} заявки о методической работе',
      claims_asked_many: 'Подтвердить {{count, number}} заявок о методической работе',
      claims_asked_other: 'Подтвердить {{count, number}} заявки о методической работе',
      claims_confirmed_one: 'Выдать {{count, number}} сертификат: методическая работа подтверждена',
      claims_confirmed_few: 'Выдать {{count, number}} сертификата: методическая работа подтверждена',
      claims_confirmed_many: 'Выдать {{count, number}} сертификатов: методическая работа подтверждена',
      claims_confirmed_other: 'Выдать {{count, number}} сертификата: методическая работа подтверждена',
    },
    notifications: {
      claim_confirmed: 'Вашу методическую работу подтвердили: сертификат готовят',
      claim_returned: 'Вашу заявку о работе вернули: посмотрите, что поправить',
    },
  },
  en: {
    problems: {
      claim_made: {
        title: 'You have claimed this work before',
        todo: 'It stands in the list below, with what became of it.',
      },
      claim_decided: {
        title: 'This claim was decided on',
        todo: 'Open the list again to see what became of it.',
      },
    },
    fields: { word_missing: 'say in a few words what to mend' },
    asked: { claim: 'Claims of work' },
    tasks: {
      claims_asked_one: 'Confirm {{count, number}} claim of methodical work',
      claims_asked_other: 'Confirm {{count, number}} claims of methodical work',
      claims_confirmed_one: 'Give {{count, number}} certificate for confirmed methodical work',
      claims_confirmed_other: 'Give {{count, number}} certificates for confirmed methodical work',
    },
    notifications: {
      claim_confirmed: 'Your methodical work was confirmed: the certificate is on its way',
      claim_returned: 'Your claim of work was sent back: see what to mend',
    },
  },
} as const
