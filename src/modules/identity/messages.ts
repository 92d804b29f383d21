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
      second_step_over: {
        title: 'Время на второй шаг вышло',
        todo: 'Войдите ещё раз: сначала пароль, потом код.',
      },
      second_code_wrong: {
        title: 'Код не подходит',
        todo: 'Введите тот, что приложение показывает сейчас; если он уже был использован, дождитесь следующего. Проверьте и часы телефона.',
      },
      too_many_codes: { title: 'Слишком много кодов подряд', todo: 'Попробуйте через {{seconds}} с.' },
      second_factor_stands: {
        title: 'Вход с кодом уже настроен',
        todo: 'Чтобы перейти на другой телефон, сначала отключите его, затем настройте снова.',
      },
      second_factor_not_begun: { title: 'Вход с кодом не настроен', todo: 'Начните настройку сначала.' },
      outside_away: {
        title: '«{{provider}}» не отвечает',
        todo: 'Попробуйте через несколько минут или войдите другим способом.',
      },
      outside_wrong: {
        title: 'Войти через «{{provider}}» не получилось',
        todo: 'Ответ оттуда не прошёл проверку. Начните ещё раз; если не поможет, войдите другим способом и сообщите администратору.',
      },
      outside_declined: {
        title: 'Вход отменён',
        todo: 'Вы не подтвердили вход. Начните ещё раз или войдите другим способом.',
      },
      outside_over: { title: 'Этот вход уже использован или начат давно', todo: 'Начните ещё раз в этом же браузере.' },
      outside_unknown: {
        title: 'Ваша запись в «{{provider}}» ни с кем в Росте не связана',
        todo: 'Войдите как обычно и свяжите её на странице «Моя учётная запись». Нет учётной записи в Росте — её заведёт администратор района.',
      },
      outside_taken: {
        title: 'Связать не получилось',
        todo: 'Эта внешняя запись уже связана с другой учётной записью Роста, или ваша — с другой внешней. Сначала отвяжите прежнюю.',
      },
      passkeys_impossible: {
        title: 'По этому адресу Роста ключи доступа не работают',
        todo: 'Браузеру нужен адрес с именем и https. Скажите об этом администратору сервера.',
      },
      passkeys_many: { title: 'Ключей уже слишком много', todo: 'Удалите те, которыми не пользуетесь.' },
      passkey_over: { title: 'Время вышло', todo: 'Начните ещё раз: на ключ даётся десять минут.' },
      passkey_unfit: {
        title: 'Этот ключ Росту не подходит',
        todo: 'Нужен ключ, который спрашивает палец, лицо или PIN-код. Попробуйте другое устройство.',
      },
      passkey_known: { title: 'Этот ключ уже добавлен', todo: 'Добавить можно ключ с другого устройства.' },
      passkey_wrong: {
        title: 'Войти с этим ключом не получилось',
        todo: 'Возможно, его удалили в Росте. Выберите другой ключ или войдите с паролем.',
      },
      too_many_passkeys: { title: 'Слишком много попыток подряд', todo: 'Попробуйте через {{seconds}} с.' },
      account_unknown: {
        title: 'Нет действующей учётной записи с такой почтой или логином',
        todo: 'Проверьте, что набрано, или сначала заведите её: rost user add.',
      },
      token_days: { title: 'Срок токена — от 1 до 366 дней', todo: 'Укажите другой срок.' },
    },
    fields: {
      email_needed: 'без логина входить можно только по адресу',
      email_in_use: 'этот адрес уже занят другой учётной записью',
      code_wrong: 'код не подходит: введите тот, что приложение показывает сейчас',
      not_held: 'этого права у вас нет',
      password_wrong: 'пароль не подходит',
      password_guessable: 'такой пароль легко угадать: возьмите несколько несвязанных слов',
    },
    letters: {
      link: {
        subject: 'Вход в Рост',
        text: 'Здравствуйте!\n\nЧтобы войти в Рост ({{name}}), откройте ссылку:\n{{link}}\n\nОна действует {{minutes}} минут и только один раз. Если вы не просили о входе, ничего не делайте: без этого письма никто не войдёт.\n',
      },
      second_factor_reset: {
        subject: 'Рост: вход с кодом отключён',
        text: 'Здравствуйте, {{name}}!\n\nАдминистратор отключил для вашей учётной записи вход с кодом; ключи доступа, если они были, удалены. Теперь вы входите только с паролем. Настройте вход с кодом снова на странице «Моя учётная запись».\n\nЕсли вы об этом не просили, сообщите администратору района и смените пароль.\n',
      },
      passkey_added: {
        subject: 'Рост: добавлен ключ доступа',
        text: 'Здравствуйте, {{name}}!\n\nК вашей учётной записи в Росте добавлен ключ доступа «{{what}}». С ним входят без пароля.\n\nЕсли его добавили не вы, удалите его на странице «Моя учётная запись», смените пароль и сообщите администратору района.\n',
      },
      passkey_removed: {
        subject: 'Рост: ключ доступа удалён',
        text: 'Здравствуйте, {{name}}!\n\nКлюч доступа «{{what}}» удалён из вашей учётной записи в Росте, войти с ним больше нельзя.\n\nЕсли это сделали не вы, смените пароль и сообщите администратору района.\n',
      },
      outside_linked: {
        subject: 'Рост: связан внешний вход',
        text: 'Здравствуйте, {{name}}!\n\nВаша учётная запись в Росте связана с внешним входом «{{what}}»: теперь можно входить через него.\n\nЕсли это сделали не вы, отвяжите его на странице «Моя учётная запись», смените пароль и сообщите администратору района.\n',
      },
      outside_unlinked: {
        subject: 'Рост: внешний вход отвязан',
        text: 'Здравствуйте, {{name}}!\n\nВнешний вход «{{what}}» отвязан от вашей учётной записи в Росте, войти через него больше нельзя.\n\nЕсли это сделали не вы, смените пароль и сообщите администратору района.\n',
      },
      unused: {
        subject: 'Рост: учётная запись скоро отключится',
        text: 'Здравствуйте, {{name}}!\n\nВы давно не входили в Рост. Если не войти, учётная запись отключится: осталось дней — {{days}}. Данные о вас сохранятся. Чтобы её не отключили, просто войдите.\n',
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
      second_step_over: {
        title: 'The time for the second step is over',
        todo: 'Sign in once more: first the password, then the code.',
      },
      second_code_wrong: {
        title: 'The code does not fit',
        todo: 'Type the one the application shows now; where it was used already, wait for the next. Check the clock of the telephone as well.',
      },
      too_many_codes: { title: 'Too many codes in a row', todo: 'Try again in {{seconds}} s.' },
      second_factor_stands: {
        title: 'Signing in with a code is set up already',
        todo: 'To move to another telephone, switch it off first and set it up again.',
      },
      second_factor_not_begun: { title: 'Signing in with a code is not set up', todo: 'Begin from the start.' },
      outside_away: {
        title: '“{{provider}}” does not answer',
        todo: 'Try in a few minutes, or sign in another way.',
      },
      outside_wrong: {
        title: 'Signing in by “{{provider}}” did not work',
        todo: 'Its answer did not pass the checks. Begin once more; if that does not help, sign in another way and tell the administrator.',
      },
      outside_declined: {
        title: 'Signing in was cancelled',
        todo: 'It was not confirmed there. Begin once more, or sign in another way.',
      },
      outside_over: {
        title: 'This way in was used already, or begun long ago',
        todo: 'Begin once more in this same browser.',
      },
      outside_unknown: {
        title: 'Your account of “{{provider}}” is linked with nobody in Rost',
        todo: 'Sign in as usual and link it on the page “My account”. Without an account in Rost, ask the administrator of the district.',
      },
      outside_taken: {
        title: 'It could not be linked',
        todo: 'That outside account is linked with another one in Rost, or yours with another one outside. Part them first.',
      },
      passkeys_impossible: {
        title: 'Passkeys do not work at this address of Rost',
        todo: 'A browser needs an address with a name and https. Tell the administrator of the server.',
      },
      passkeys_many: { title: 'There are too many passkeys', todo: 'Remove those you do not use.' },
      passkey_over: { title: 'The time is over', todo: 'Begin once more: a passkey has ten minutes.' },
      passkey_unfit: {
        title: 'This passkey does not do',
        todo: 'It has to ask for finger, face or PIN. Try another device.',
      },
      passkey_known: { title: 'This passkey is there already', todo: 'Add one of another device.' },
      passkey_wrong: {
        title: 'This passkey did not let you in',
        todo: 'It may have been removed in Rost. Choose another one, or sign in with the password.',
      },
      too_many_passkeys: { title: 'Too many tries in a row', todo: 'Try again in {{seconds}} s.' },
      account_unknown: {
        title: 'No active account has this address or login',
        todo: 'Check what was typed, or add the account first: rost user add.',
      },
      token_days: { title: 'A token lasts from 1 to 366 days', todo: 'Give another time.' },
    },
    fields: {
      email_needed: 'without a login name the address is needed to sign in',
      email_in_use: 'another account has this address',
      code_wrong: 'the code does not fit: type the one the application shows now',
      not_held: 'you do not hold this permission',
      password_wrong: 'not the password',
      password_guessable: 'this password is easy to guess: take a few unrelated words',
    },
    letters: {
      link: {
        subject: 'Signing in to Rost',
        text: 'Hello!\n\nTo sign in to Rost ({{name}}), open this link:\n{{link}}\n\nIt is good for {{minutes}} minutes and only once. If you did not ask for it, do nothing: nobody gets in without this letter.\n',
      },
      second_factor_reset: {
        subject: 'Rost: signing in with a code is off',
        text: 'Hello {{name}}!\n\nAn administrator switched off signing in with a code for your account; passkeys, if there were any, are removed. You sign in with the password alone now. Set the code up again on the page “My account”.\n\nIf you did not ask for it, tell the administrator of the district and change your password.\n',
      },
      passkey_added: {
        subject: 'Rost: a passkey was added',
        text: 'Hello {{name}}!\n\nThe passkey “{{what}}” was added to your account in Rost. It signs in without a password.\n\nIf it was not you, remove it on the page “My account”, change your password and tell the administrator of the district.\n',
      },
      passkey_removed: {
        subject: 'Rost: a passkey was removed',
        text: 'Hello {{name}}!\n\nThe passkey “{{what}}” was removed from your account in Rost and does not sign in any more.\n\nIf it was not you, change your password and tell the administrator of the district.\n',
      },
      outside_linked: {
        subject: 'Rost: an outside sign-in was linked',
        text: 'Hello {{name}}!\n\nYour account in Rost is linked with the outside provider “{{what}}”: you can sign in by it now.\n\nIf it was not you, part them on the page “My account”, change your password and tell the administrator of the district.\n',
      },
      outside_unlinked: {
        subject: 'Rost: an outside sign-in was parted',
        text: 'Hello {{name}}!\n\nThe outside provider “{{what}}” was parted from your account in Rost and does not sign in any more.\n\nIf it was not you, change your password and tell the administrator of the district.\n',
      },
      unused: {
        subject: 'Rost: your account will be disabled soon',
        text: 'Hello {{name}}!\n\nYou have not signed in to Rost for long. Unless you do, the account will be disabled; days left: {{days}}. What is on record of you stays. To keep the account, just sign in.\n',
      },
    },
  },
} as const satisfies Messages
