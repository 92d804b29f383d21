/** Words of presence; part of those of the module. */
export const presenceMessages = {
  ru: {
    problems: {
      presence_no_meeting: {
        title: 'Сегодня у мероприятия встречи нет',
        todo: 'Код показывают в день встречи. Если день другой, измените его на странице мероприятия.',
      },
      presence_other_day: {
        title: 'Эта встреча не сегодня',
        todo: 'Отметиться можно в день встречи: код покажут на экране.',
      },
      presence_closed: {
        title: 'Кто был, уже отмечено',
        todo: 'Если вас нет в списке, скажите организатору: он отметит вас.',
      },
      presence_code_over: {
        title: 'Этот код уже сменился',
        todo: 'Код на экране новый каждые полминуты: наведите камеру снова или введите шесть цифр с экрана.',
      },
      presence_code_wrong: {
        title: 'На экране другой код',
        todo: 'Проверьте шесть цифр: возможно, это код другого мероприятия.',
      },
      presence_without_seat: {
        title: 'Вас нет среди записанных',
        todo: 'Скажите организатору: он отметит вас в списке.',
      },
      meeting_ahead: {
        title: 'Эта встреча ещё впереди',
        todo: 'Отмечают с дня встречи.',
      },
      meeting_marked: {
        title: 'На этой встрече уже отмечены люди',
        todo: 'Убрать её нельзя: вместе с ней пропадут отметки.',
      },
    },
    fields: {
      six_digits: 'код — шесть цифр',
      minutes_or_times: 'укажите минуты или время, одно из двух',
      minutes_long: 'встреча длилась {{most, number}} мин',
    },
  },
  en: {
    problems: {
      presence_no_meeting: {
        title: 'The event has no meeting today',
        todo: 'The code is shown on the day of a meeting. If the day is another one, change it on the page of the event.',
      },
      presence_other_day: {
        title: 'This meeting is not today',
        todo: 'One says that one is here on the day of the meeting, by the code on its screen.',
      },
      presence_closed: {
        title: 'Who was there is marked already',
        todo: 'If you are not on the list, tell the organiser, who marks you.',
      },
      presence_code_over: {
        title: 'This code is over',
        todo: 'The screen has a new one each half minute: hold the camera at it again, or type the six digits.',
      },
      presence_code_wrong: {
        title: 'The screen shows another code',
        todo: 'Check the six digits: it may be the code of another event.',
      },
      presence_without_seat: {
        title: 'You are not among those who enrolled',
        todo: 'Tell the organiser, who marks you on the list.',
      },
      meeting_ahead: {
        title: 'This meeting is still ahead',
        todo: 'People are marked from the day of the meeting on.',
      },
      meeting_marked: {
        title: 'People are marked at this meeting already',
        todo: 'It cannot be taken out: the marks would go with it.',
      },
    },
    fields: {
      six_digits: 'a code has six digits',
      minutes_or_times: 'say minutes or times, one of the two',
      minutes_long: 'the meeting took {{most, number}} min',
    },
  },
} as const
