/** Words of requests for events; part of those of the module. */
export const eventRequestMessages = {
  ru: {
    problems: {
      event_request_state: {
        title: 'С этой заявкой так сейчас нельзя',
        todo: 'Откройте её заново: на неё уже ответили, или её отозвали.',
      },
    },
    fields: {
      event_request_word: 'напишите в нескольких словах почему',
      event_not_planned: 'мероприятие уже прошло или отменено',
    },
    tasks: {
      event_request_asked_one: 'Ответить на {{count, number}} заявку организаций на мероприятие',
      event_request_asked_few: 'Ответить на {{count, number}} заявки организаций на мероприятия',
      event_request_asked_many: 'Ответить на {{count, number}} заявок организаций на мероприятия',
      event_request_asked_other: 'Ответить на {{count, number}} заявки организаций на мероприятия',
      event_request_returned_one: 'Уточнить {{count, number}} заявку на мероприятие: центр её вернул',
      event_request_returned_few: 'Уточнить {{count, number}} заявки на мероприятия: центр их вернул',
      event_request_returned_many: 'Уточнить {{count, number}} заявок на мероприятия: центр их вернул',
      event_request_returned_other: 'Уточнить {{count, number}} заявки на мероприятия: центр их вернул',
    },
    notifications: {
      event_request_planned: 'По вашей заявке запланировано мероприятие',
      event_request_returned: 'Центр просит уточнить заявку на мероприятие',
      event_request_declined: 'Центр отклонил заявку на мероприятие: посмотрите почему',
    },
  },
  en: {
    problems: {
      event_request_state: {
        title: 'This cannot be done with the request now',
        todo: 'Open it anew: it was answered already, or withdrawn.',
      },
    },
    fields: {
      event_request_word: 'say in a few words why',
      event_not_planned: 'the event was held or cancelled already',
    },
    tasks: {
      event_request_asked_one: 'Answer {{count, number}} request of an organisation for an event',
      event_request_asked_other: 'Answer {{count, number}} requests of organisations for events',
      event_request_returned_one: 'Make {{count, number}} request for an event clearer: the centre sent it back',
      event_request_returned_other: 'Make {{count, number}} requests for events clearer: the centre sent them back',
    },
    notifications: {
      event_request_planned: 'An event is planned that you asked for',
      event_request_returned: 'The centre asks about your request for an event',
      event_request_declined: 'The centre declined a request for an event: see why',
    },
  },
} as const
