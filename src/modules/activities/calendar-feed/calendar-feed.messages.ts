/** Words of the calendar of one's own events; part of those of the module. */
export const calendarFeedMessages = {
  ru: {
    calendar: {
      name: 'Рост: мои мероприятия',
      enrolled: 'Вы записаны.',
      offered: 'Для вас освободилось место: ответьте, придёте ли.',
      waiting: 'Вы в очереди.',
      asked: 'Запись ждёт согласия вашей организации.',
      speaks: 'Вы выступаете.',
      cancelled: 'Мероприятие отменено.',
      join: 'Подключиться:',
    },
  },
  en: {
    calendar: {
      name: 'Rost: my events',
      enrolled: 'You are enrolled.',
      offered: 'A seat became free for you: say whether you come.',
      waiting: 'You are in the waiting line.',
      asked: 'Your organisation has still to agree.',
      speaks: 'You speak there.',
      cancelled: 'The event was called off.',
      join: 'Join:',
    },
  },
} as const
