import type { Messages } from '../../platform/messages.ts'

export const identityMessages = {
  ru: {
    problems: {
      wrong_credentials: {
        title: 'Логин или пароль не подходят',
        todo: 'Проверьте их и попробуйте ещё раз — или попросите прислать ссылку для входа на почту.',
      },
      too_many_sign_ins: {
        title: 'Слишком много попыток подряд',
        todo: 'Попробуйте через {{seconds}} с — или войдите по ссылке из письма: она действует и сейчас.',
      },
      link_spent: {
        title: 'Ссылка для входа больше не действует',
        todo: 'Она одноразовая и живёт недолго. Попросите прислать новую.',
      },
      code_spent: {
        title: 'Логин и код не подходят',
        todo: 'Проверьте, что набрано как на листке. Код одноразовый и действует 30 дней; новый листок даст администратор.',
      },
      current_password_needed: {
        title: 'Нужен нынешний пароль',
        todo: 'Введите его — или войдите по ссылке из письма и задайте новый в течение получаса.',
      },
      account_unknown: {
        title: 'Нет действующей учётной записи с такой почтой',
        todo: 'Проверьте адрес или сначала заведите её: rost user add.',
      },
      token_days: { title: 'Срок токена — от 1 до 366 дней', todo: 'Укажите другой срок.' },
    },
    fields: {
      email_needed: 'без логина входить можно только по адресу',
      email_in_use: 'этот адрес уже занят другой учётной записью',
      password_wrong: 'пароль не подходит',
      password_guessable: 'такой пароль легко угадать: возьмите несколько несвязанных слов',
    },
    letters: {
      link: {
        subject: 'Вход в Рост',
        text: 'Здравствуйте!\n\nЧтобы войти в Рост ({{name}}), откройте ссылку:\n{{link}}\n\nОна действует {{minutes}} минут и только один раз. Если вы не просили о входе, ничего не делайте: без этого письма никто не войдёт.\n',
      },
    },
  },
  en: {
    problems: {
      wrong_credentials: {
        title: 'Login or password do not fit',
        todo: 'Check them and try again, or ask for a sign-in link by mail.',
      },
      too_many_sign_ins: {
        title: 'Too many tries in a row',
        todo: 'Try again in {{seconds}} s, or sign in by the link of a letter: that works even now.',
      },
      link_spent: {
        title: 'The sign-in link is no longer good',
        todo: 'It works once and not for long. Ask for a new one.',
      },
      code_spent: {
        title: 'Login and code do not fit',
        todo: 'Check that they are typed as on the slip. A code works once and for 30 days; the administrator gives a new slip.',
      },
      current_password_needed: {
        title: 'The current password is needed',
        todo: 'Type it, or sign in by the link of a letter and set a new one within half an hour.',
      },
      account_unknown: {
        title: 'No active account has this address',
        todo: 'Check the address, or add the account first: rost user add.',
      },
      token_days: { title: 'A token lasts from 1 to 366 days', todo: 'Give another time.' },
    },
    fields: {
      email_needed: 'without a login name the address is needed to sign in',
      email_in_use: 'another account has this address',
      password_wrong: 'not the password',
      password_guessable: 'this password is easy to guess: take a few unrelated words',
    },
    letters: {
      link: {
        subject: 'Signing in to Rost',
        text: 'Hello!\n\nTo sign in to Rost ({{name}}), open this link:\n{{link}}\n\nIt is good for {{minutes}} minutes and only once. If you did not ask for it, do nothing: nobody gets in without this letter.\n',
      },
    },
  },
} as const satisfies Messages
