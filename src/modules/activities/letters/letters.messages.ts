/** Words of letters and notices about events; part of those of the module. */
export const letterMessages = {
  ru: {
    notifications: {
      invited: 'Вас приглашают на мероприятие {{day}}',
      event_soon: 'Скоро мероприятие, на которое вы записаны: {{day}}, {{time}}',
      event_place: 'У мероприятия {{day}} другое место: если не сможете прийти, отмените запись',
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
    },
  },
  en: {
    notifications: {
      invited: 'You are invited to an event on {{day}}',
      event_soon: 'An event you are enrolled for is near: {{day}}, {{time}}',
      event_place: 'The event on {{day}} is at another place: leave it if you cannot come',
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
    },
  },
} as const
