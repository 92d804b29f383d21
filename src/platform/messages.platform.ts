import type { Messages } from './messages.ts'

/** Problems every endpoint may answer with, and the words for faulty fields. */
export const platformMessages = {
  ru: {
    problems: {
      sign_in_required: { title: 'Нужно войти', todo: 'Войдите в Рост и повторите.' },
      not_permitted: {
        title: 'Нет права на это действие',
        todo: 'Если оно нужно для работы, обратитесь к администратору района.',
      },
      not_found: {
        title: 'Такого здесь нет',
        todo: 'Проверьте адрес: возможно, запись удалена или не относится к вам.',
      },
      second_factor_needed: {
        title: 'Сначала настройте вход с кодом',
        todo: 'Для вашей роли район требует второй шаг при входе. Откройте Рост в браузере: он проведёт вас по настройке.',
      },
      token_of_few: {
        title: 'Этот токен сделан не для этого',
        todo: 'Сделайте токен с нужными правами на странице «Моя учётная запись».',
      },
      owner_only: {
        title: 'Это может только сам владелец учётной записи',
        todo: 'Войдите в браузере под своей учётной записью.',
      },
      look_only: {
        title: 'Вы смотрите от имени другого человека и ничего не меняете',
        todo: 'Закончите просмотр и сделайте это под своей учётной записью.',
      },
      foreign_origin: {
        title: 'Запрос пришёл с чужого сайта',
        todo: 'Откройте Рост по его адресу и повторите действие там.',
      },
      request_invalid: { title: 'В запросе есть ошибки', todo: 'Исправьте отмеченные поля и отправьте ещё раз.' },
      body_broken: { title: 'Запрос не читается', todo: 'Отправьте правильный JSON в кодировке UTF-8.' },
      body_too_large: { title: 'Слишком большой запрос', todo: 'Отправьте меньше данных за один раз.' },
      media_type_unsupported: {
        title: 'Такой вид данных не принимается',
        todo: 'Отправьте JSON, а файлы — как multipart/form-data.',
      },
      idempotency_key_reused: {
        title: 'Ключ повтора уже занят другим запросом',
        todo: 'Для нового действия возьмите новый Idempotency-Key.',
      },
      version_conflict: {
        title: 'Запись уже изменил кто-то другой',
        todo: 'Откройте её снова, посмотрите изменения и повторите своё.',
      },
      too_many_tries: { title: 'Слишком много попыток', todo: 'Подождите и попробуйте снова.' },
      unavailable: {
        title: 'Рост сейчас не может ответить',
        todo: 'Повторите через несколько секунд: ничего не потеряно.',
      },
      internal: {
        title: 'Внутренняя ошибка',
        todo: 'Повторите; если не поможет, сообщите администратору номер запроса {{requestId}}.',
      },
    },
    fields: {
      required: 'нужно заполнить',
      too_short: 'не короче {{limit}} символов',
      too_long: 'не длиннее {{limit}} символов',
      too_small: 'не меньше {{limit}}',
      too_big: 'не больше {{limit}}',
      not_one_of: 'одно из: {{values}}',
      unknown_field: 'такого поля нет',
      wrong_type: 'значение другого вида',
      wrong_value: 'значение не подходит',
      date_range: 'дата от 1900 до 2199 года',
      version_required: 'нужна версия, которую вы видели (ETag)',
    },
  },
  en: {
    problems: {
      sign_in_required: { title: 'Sign-in required', todo: 'Sign in to Rost and try again.' },
      not_permitted: {
        title: 'You may not do this',
        todo: 'If your work needs it, ask the administrator of the district.',
      },
      not_found: {
        title: 'There is no such thing here',
        todo: 'Check the address: it may have been removed or does not concern you.',
      },
      second_factor_needed: {
        title: 'Set up signing in with a code first',
        todo: 'The district asks for a second step of your role. Open Rost in a browser: it will lead you through.',
      },
      token_of_few: {
        title: 'This token was not made for that',
        todo: 'Make one with the permissions it needs on the page “My account”.',
      },
      owner_only: {
        title: 'Only the owner of the account can do this',
        todo: 'Sign in by your own account in a browser.',
      },
      look_only: {
        title: 'You look as somebody else and change nothing',
        todo: 'Finish looking, and do it by your own account.',
      },
      foreign_origin: {
        title: 'The request came from another site',
        todo: 'Open Rost at its own address and do it there.',
      },
      request_invalid: { title: 'The request has faults', todo: 'Correct the marked fields and send it again.' },
      body_broken: { title: 'The request cannot be read', todo: 'Send valid JSON in UTF-8.' },
      body_too_large: { title: 'The request is too large', todo: 'Send less at a time.' },
      media_type_unsupported: {
        title: 'This kind of data is not accepted',
        todo: 'Send JSON, and files as multipart/form-data.',
      },
      idempotency_key_reused: {
        title: 'The key belongs to another request',
        todo: 'Take a new Idempotency-Key for a new action.',
      },
      version_conflict: {
        title: 'Somebody else has changed this',
        todo: 'Open it again, look at the change and repeat yours.',
      },
      too_many_tries: { title: 'Too many tries', todo: 'Wait and try again.' },
      unavailable: { title: 'Rost cannot answer right now', todo: 'Try again in a few seconds: nothing is lost.' },
      internal: {
        title: 'Internal error',
        todo: 'Try again; if it does not help, tell the administrator request {{requestId}}.',
      },
    },
    fields: {
      required: 'must be filled in',
      too_short: 'at least {{limit}} characters',
      too_long: 'at most {{limit}} characters',
      too_small: 'at least {{limit}}',
      too_big: 'at most {{limit}}',
      not_one_of: 'one of: {{values}}',
      unknown_field: 'no such field',
      wrong_type: 'a value of another kind',
      wrong_value: 'not a fitting value',
      date_range: 'a date from 1900 to 2199',
      version_required: 'the version you saw is needed (ETag)',
    },
  },
} as const satisfies Messages
