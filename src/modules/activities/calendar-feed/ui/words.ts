import { defineWords } from '../../../../web/words.ts'

export const calendarWords = defineWords(
  {
    title: 'Напоминания и календарь',
    back: 'Моё',
    feed: 'Мероприятия в календаре телефона',
    about:
      'Куда вы записаны и где выступаете, само появится в календаре телефона или почты. Перенесут или отменят — календарь узнает об этом в течение часа или когда обновляется сам.',
    make: 'Сделать адрес',
    makeNew: 'Сделать новый адрес',
    revoke: 'Отозвать адрес',
    since: (moment: string) =>
      `Адрес сделан: ${moment}. Показать его снова нельзя. Потеряли — сделайте новый: прежний перестанет работать.`,
    ready: 'Адрес готов',
    readyAbout:
      'Нажмите «Добавить в календарь» на телефоне или вставьте адрес в календарь как подписку по ссылке (URL). Кто знает адрес, видит ваши мероприятия: не показывайте его никому.',
    address: 'Адрес подписки',
    open: 'Добавить в календарь',
    copy: 'Скопировать адрес',
    copied: 'Адрес скопирован',
    made: 'Адрес сделан',
    revoked: 'Адрес отозван: календарь больше ничего не прочтёт',
  },
  {
    title: 'Reminders and calendar',
    back: 'Mine',
    feed: 'Events in the calendar of your phone',
    about:
      'What you are enrolled for and where you speak appears in the calendar of your phone or mail by itself. When something is moved or called off, the calendar learns it within an hour, or whenever it renews itself.',
    make: 'Make an address',
    makeNew: 'Make a new address',
    revoke: 'Take the address back',
    since: (moment) =>
      `The address was made: ${moment}. It cannot be shown again. If it is lost, make a new one: the old one will work no more.`,
    ready: 'The address is ready',
    readyAbout:
      'Press “Add to calendar” on your phone, or paste the address into a calendar as a subscription by link (URL). Who knows the address sees your events: show it to nobody.',
    address: 'Address of the subscription',
    open: 'Add to calendar',
    copy: 'Copy the address',
    copied: 'The address is copied',
    made: 'The address is made',
    revoked: 'The address is taken back: no calendar reads anything by it',
  },
)
