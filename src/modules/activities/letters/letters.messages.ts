/** Words of letters and notices about events; part of those of the module. */
export const letterMessages = {
  ru: {
    notifications: {
      invited: 'Вас приглашают на мероприятие {{day}}',
      event_soon: 'Скоро мероприятие, на которое вы записаны: {{day}}, {{time}}',
      event_place: 'У мероприятия {{day}} другое место: если не сможете прийти, отмените запись',
      feedback_end: 'Как прошло мероприятие {{day}}? Несколько вопросов без имени, отвечать необязательно',
      feedback_later: 'Что дало вам мероприятие {{day}}? Два вопроса без имени, отвечать необязательно',
    },
    letters: {
      place: 'Где: {{place}}.',
      unwanted: 'Не хотите получать приглашения? Отключите их: {{link}}',
      settings: 'Когда напоминать, решаете вы: {{link}}',
      invitation: {
        subject: 'Приглашаем: {{title}}',
        text: 'Здравствуйте!\n\n{{organiser}} приглашает вас: «{{title}}», {{when}}.',
        todo: 'Подробнее и записаться: {{link}}',
      },
      day_before: {
        subject: 'Напоминаем: {{title}}, {{when}}',
        text: 'Здравствуйте!\n\nСкоро «{{title}}»: {{when}}.',
        todo: 'Подробнее. Если не сможете прийти, отмените запись — место достанется следующему: {{link}}',
      },
      hour_before: {
        subject: 'Скоро начало: {{title}}, {{when}}',
        text: 'Здравствуйте!\n\n«{{title}}» начнётся в ближайшее время: {{when}}.',
        todo: 'Подробнее: {{link}}',
      },
      changed: {
        subject: 'Другое время или место: {{title}}',
        text: 'Здравствуйте!\n\nУ мероприятия «{{title}}» изменилось время или место. Теперь: {{when}}.',
        todo: 'Посмотрите, сможете ли прийти; если нет, отмените запись: {{link}}',
      },
      cancelled: {
        subject: 'Отменено: {{title}}',
        text: 'Здравствуйте!\n\n«{{title}}» ({{when}}) не состоится: {{reason}}.',
        todo: 'Страница мероприятия: {{link}}',
      },
      feedback: {
        subject: 'Как прошло: {{title}}',
        text: 'Здравствуйте!\n\nВы были на мероприятии «{{title}}» ({{when}}). Ответьте, если хотите: это меньше минуты и без имени. Отвечать необязательно.',
        todo: 'Ответить или отказаться одним нажатием: {{link}}',
      },
      feedback_later: {
        subject: 'Что вам дало: {{title}}',
        text: 'Здравствуйте!\n\nТри месяца назад вы были на мероприятии «{{title}}» ({{when}}). Пригодилось ли оно? Это меньше минуты, без имени и необязательно. Больше мы о нём не спросим.',
        todo: 'Ответить или отказаться одним нажатием: {{link}}',
      },
    },
  },
  en: {
    notifications: {
      invited: 'You are invited to an event on {{day}}',
      event_soon: 'An event you are enrolled for is near: {{day}}, {{time}}',
      event_place: 'The event on {{day}} is at another place: leave it if you cannot come',
      feedback_end: 'How was the event on {{day}}? A few questions without your name, if you like',
      feedback_later: 'What came of the event on {{day}}? Two questions without your name, if you like',
    },
    letters: {
      place: 'Where: {{place}}.',
      unwanted: 'You want no invitations? Switch them off: {{link}}',
      settings: 'When to be reminded is up to you: {{link}}',
      invitation: {
        subject: 'You are invited: {{title}}',
        text: 'Hello,\n\n{{organiser}} invites you: “{{title}}”, {{when}}.',
        todo: 'More, and to enrol: {{link}}',
      },
      day_before: {
        subject: 'A reminder: {{title}}, {{when}}',
        text: 'Hello,\n\n“{{title}}” is near: {{when}}.',
        todo: 'More. If you cannot come, leave it, and the seat goes to the next: {{link}}',
      },
      hour_before: {
        subject: 'It begins soon: {{title}}, {{when}}',
        text: 'Hello,\n\n“{{title}}” begins shortly: {{when}}.',
        todo: 'More: {{link}}',
      },
      changed: {
        subject: 'Another time or place: {{title}}',
        text: 'Hello,\n\n“{{title}}” is at another time or place. Now: {{when}}.',
        todo: 'See whether you can come; if not, leave it: {{link}}',
      },
      cancelled: {
        subject: 'Called off: {{title}}',
        text: 'Hello,\n\n“{{title}}” ({{when}}) does not take place: {{reason}}.',
        todo: 'Page of the event: {{link}}',
      },
      feedback: {
        subject: 'How was it: {{title}}',
        text: 'Hello,\n\nYou were at “{{title}}” ({{when}}). Answer if you like: it takes less than a minute and no name. Nothing obliges you.',
        todo: 'Answer, or decline with one tap: {{link}}',
      },
      feedback_later: {
        subject: 'What came of it: {{title}}',
        text: 'Hello,\n\nThree months ago you were at “{{title}}” ({{when}}). Was it of use? Less than a minute, no name, and nothing obliges you. You will not be asked of it again.',
        todo: 'Answer, or decline with one tap: {{link}}',
      },
    },
  },
} as const
