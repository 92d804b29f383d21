/** Words of enrolment; part of those of the module. */
export const enrolmentMessages = {
  ru: {
    problems: {
      enrolment_closed: { title: 'Запись уже закрыта', todo: 'Спросите организатора, можно ли ещё прийти.' },
      enrolment_cancelled: { title: 'Мероприятие отменено', todo: 'Посмотрите другие мероприятия месяца.' },
      enrolment_held: { title: 'Мероприятие уже прошло', todo: 'Посмотрите другие мероприятия месяца.' },
      enrolment_not_admitted: {
        title: 'Это мероприятие не для вас',
        todo: 'На карточке сказано, кого берут. Если сведения о вас неверны, сообщите об этом на странице «Моё».',
      },
      enrolment_over: { title: 'Этого человека в списке уже нет', todo: 'Откройте список заново.' },
      offer_over: {
        title: 'Место уже отдали следующему',
        todo: 'Запишитесь снова: вы встанете в конец очереди.',
      },
      event_begun: { title: 'Мероприятие уже началось', todo: 'Скажите организатору, что не придёте.' },
      event_over: { title: 'Мероприятие прошло или отменено', todo: 'Менять запись больше не нужно.' },
      nobody_sent: {
        title: 'Направлять некого',
        todo: 'Сначала запишите людей: приказ готовят на тех, у кого есть место.',
      },
    },
    fields: {
      not_admitted: 'кого-то из них на это мероприятие не берут или он не работает у вас',
      reason_missing: 'объясните, почему',
      rule_closed: 'правило не может опираться на закрытые сведения',
    },
    tasks: {
      enrolments_asked_one: 'Согласовать {{count, number}} запись на мероприятие',
      enrolments_asked_few: 'Согласовать {{count, number}} записи на мероприятия',
      enrolments_asked_many: 'Согласовать {{count, number}} записей на мероприятия',
      enrolments_asked_other: 'Согласовать {{count, number}} записи на мероприятия',
    },
    notifications: {
      nominated: 'Вас направили на мероприятие {{day}}',
      seat_given: 'Запись согласована, место за вами: мероприятие {{day}}',
      seat_offered: 'Освободилось место на мероприятие {{day}}: ответьте, придёте ли',
      offer_over: 'Освободившееся место на мероприятие {{day}} отдали следующему',
      line_joined: 'Запись согласована, вы в очереди: мероприятие {{day}}',
      enrolment_declined: 'Вашу запись на мероприятие {{day}} не согласовали',
      enrolment_withdrawn: 'Вас сняли с мероприятия {{day}}',
      event_moved: 'Мероприятие перенесли на {{day}}: если не сможете прийти, отмените запись',
      event_cancelled: 'Мероприятие {{day}} отменили',
    },
  },
  en: {
    problems: {
      enrolment_closed: { title: 'Enrolment is over', todo: 'Ask the organiser whether one may still come.' },
      enrolment_cancelled: { title: 'The event was cancelled', todo: 'Look at the other events of the month.' },
      enrolment_held: { title: 'The event has been held', todo: 'Look at the other events of the month.' },
      enrolment_not_admitted: {
        title: 'The event is not for you',
        todo: 'Its card says whom it takes. If what is on record of you is wrong, say so on your own page.',
      },
      enrolment_over: { title: 'This person is not on the list any more', todo: 'Open the list again.' },
      offer_over: { title: 'The seat went to the next in line', todo: 'Enrol again: you join the end of the line.' },
      event_begun: { title: 'The event has begun', todo: 'Tell the organiser that you do not come.' },
      event_over: { title: 'The event was held or cancelled', todo: 'There is nothing to change any more.' },
      nobody_sent: { title: 'There is nobody to send', todo: 'Enrol people first: an order names who has a seat.' },
    },
    fields: {
      not_admitted: 'the event does not take one of them, or they do not work with you',
      reason_missing: 'say why',
      rule_closed: 'a rule cannot rest on closed matters',
    },
    tasks: {
      enrolments_asked_one: 'Agree to {{count, number}} enrolment',
      enrolments_asked_other: 'Agree to {{count, number}} enrolments',
    },
    notifications: {
      nominated: 'You are sent to an event on {{day}}',
      seat_given: 'Agreed, the seat is yours: an event on {{day}}',
      seat_offered: 'A seat became free at an event on {{day}}: say whether you come',
      offer_over: 'The seat at the event on {{day}} went to the next in line',
      line_joined: 'Agreed, you are in line for an event on {{day}}',
      enrolment_declined: 'Your enrolment for the event on {{day}} was declined',
      enrolment_withdrawn: 'You were taken off the event on {{day}}',
      event_moved: 'The event was moved to {{day}}: leave it if you cannot come',
      event_cancelled: 'The event on {{day}} was cancelled',
    },
  },
} as const
