/** Words of in-house events; part of those of the module. */
export const inHouseMessages = {
  ru: {
    in_house: {
      sheet: 'Внутреннее обучение',
      columns: {
        organisation: 'Организация',
        title: 'Что было',
        form: 'Форма',
        heldOn: 'Когда',
        hours: 'Часов',
        people: 'Были, человек',
        topic: 'Тема',
        about: 'Что делали',
        evidence: 'Что получилось',
        state: 'Состояние',
        askedOn: 'Направлено',
        decidedOn: 'Решено',
        word: 'Почему',
      },
      states: {
        none: 'центру не направлено',
        asked: 'ждёт подтверждения центра',
        attested: 'подтверждено центром',
        returned: 'центр вернул',
        revoked: 'подтверждение отозвано',
      },
    },
    problems: {
      in_house_state: {
        title: 'С этим мероприятием так сейчас нельзя',
        todo: 'Откройте его заново: оно направлено центру или уже подтверждено. Чтобы поправить, отзовите его у центра.',
      },
    },
    fields: {
      in_house_word: 'напишите в нескольких словах почему',
      in_house_fixed: 'центр это читает или уже подтвердил: сначала отзовите мероприятие у центра',
    },
    tasks: {
      in_house_asked_one: 'Подтвердить {{count, number}} внутреннее мероприятие',
      in_house_asked_few: 'Подтвердить {{count, number}} внутренних мероприятия',
      in_house_asked_many: 'Подтвердить {{count, number}} внутренних мероприятий',
      in_house_asked_other: 'Подтвердить {{count, number}} внутреннего мероприятия',
      in_house_returned_one: 'Поправить {{count, number}} внутреннее мероприятие: центр его вернул',
      in_house_returned_few: 'Поправить {{count, number}} внутренних мероприятия: центр их вернул',
      in_house_returned_many: 'Поправить {{count, number}} внутренних мероприятий: центр их вернул',
      in_house_returned_other: 'Поправить {{count, number}} внутреннего мероприятия: центр их вернул',
      in_house_due_one: 'Направить центру {{count, number}} внутреннее мероприятие: без подтверждения оно не считается',
      in_house_due_few: 'Направить центру {{count, number}} внутренних мероприятия: без подтверждения они не считаются',
      in_house_due_many:
        'Направить центру {{count, number}} внутренних мероприятий: без подтверждения они не считаются',
      in_house_due_other:
        'Направить центру {{count, number}} внутреннего мероприятия: без подтверждения они не считаются',
    },
    notifications: {
      in_house_attested: 'Центр подтвердил ваше внутреннее мероприятие',
      in_house_returned: 'Центр вернул внутреннее мероприятие: посмотрите, что поправить',
      in_house_revoked: 'Центр отозвал подтверждение внутреннего мероприятия: посмотрите почему',
    },
  },
  en: {
    in_house: {
      sheet: 'In-house events',
      columns: {
        organisation: 'Organisation',
        title: 'What it was',
        form: 'Form',
        heldOn: 'When',
        hours: 'Hours',
        people: 'People there',
        topic: 'Topic',
        about: 'What was done',
        evidence: 'What came of it',
        state: 'State',
        askedOn: 'Asked on',
        decidedOn: 'Decided on',
        word: 'Why',
      },
      states: {
        none: 'the centre was not asked',
        asked: 'waits for the centre',
        attested: 'attested by the centre',
        returned: 'sent back by the centre',
        revoked: 'attested no more',
      },
    },
    problems: {
      in_house_state: {
        title: 'This cannot be done with the event now',
        todo: 'Open it anew: the centre is asked about it, or has attested it. To mend it, take it back from the centre.',
      },
    },
    fields: {
      in_house_word: 'say in a few words why',
      in_house_fixed: 'the centre reads it or has attested it: take the event back from the centre first',
    },
    tasks: {
      in_house_asked_one: 'Attest {{count, number}} in-house event',
      in_house_asked_other: 'Attest {{count, number}} in-house events',
      in_house_returned_one: 'Mend {{count, number}} in-house event the centre sent back',
      in_house_returned_other: 'Mend {{count, number}} in-house events the centre sent back',
      in_house_due_one: 'Ask the centre to attest {{count, number}} in-house event: without that it does not count',
      in_house_due_other: 'Ask the centre to attest {{count, number}} in-house events: without that they do not count',
    },
    notifications: {
      in_house_attested: 'The centre attested your in-house event',
      in_house_returned: 'The centre sent an in-house event back: see what to mend',
      in_house_revoked: 'The centre no longer attests an in-house event: see why',
    },
  },
} as const
