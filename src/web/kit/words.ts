import { defineWords } from '../words.ts'

export const kitWords = defineWords(
  {
    again: 'Попробовать ещё раз',
    requestId: 'Номер обращения',
    lost: 'Нет связи с сервером',
    lostDetail: 'Проверьте сеть и попробуйте ещё раз. То, что вы ввели, сохранено на этой странице.',
    filters: 'Фильтры',
    clear: 'Очистить',
    sortBy: (title: string) => `Сортировать: ${title}`,
    range: (from: string, to: string, total: string) => `${from}–${to} из ${total}`,
    earlier: 'Назад',
    later: 'Дальше',
    pages: 'Страницы списка',
    close: 'Закрыть',
    restored: 'Показано то, что вы ввели раньше и не сохранили.',
    startAnew: 'Начать заново',
    conflict: 'Пока вы правили, карточку изменил кто-то другой',
    conflictDetail:
      'Ваши правки остались на странице. Посмотрите, как карточка выглядит сейчас, и сохраните ещё раз, если они всё ещё верны.',
    showNow: 'Показать, как сейчас',
  },
  {
    again: 'Try again',
    requestId: 'Request number',
    lost: 'No connection to the server',
    lostDetail: 'Check the network and try again. What you typed is kept on this page.',
    filters: 'Filters',
    clear: 'Clear',
    sortBy: (title) => `Sort: ${title}`,
    range: (from, to, total) => `${from}–${to} of ${total}`,
    earlier: 'Back',
    later: 'Next',
    pages: 'Pages of the list',
    close: 'Close',
    restored: 'This is what you typed before and did not save.',
    startAnew: 'Start anew',
    conflict: 'Somebody else changed this card while you were editing',
    conflictDetail:
      'Your changes are still on the page. Look at the card as it is now, and save once more if they still hold.',
    showNow: 'Show it as it is now',
  },
)
