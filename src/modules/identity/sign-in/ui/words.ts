import { defineWords } from '../../../../web/words.ts'

export const signInWords = defineWords(
  {
    title: 'Вход',
    email: 'Электронная почта или логин',
    password: 'Пароль',
    signIn: 'Войти',
    mailMeALink: 'Прислать ссылку для входа',
    linkSent: 'Если такая учётная запись есть, письмо со ссылкой уже отправлено.',
    byLink: 'Вы открыли ссылку для входа.',
    haveSlip: 'У меня листок с кодом',
    startTitle: 'Первый вход',
    startAbout: 'Введите логин и код с листка и придумайте пароль. Дальше вы будете входить с логином и паролем.',
    login: 'Логин',
    code: 'Код',
    codeHint: '16 цифр, с пробелами или без',
    newPassword: 'Новый пароль',
    newPasswordHint: 'Не короче 10 знаков. Хорош пароль из нескольких несвязанных слов.',
  },
  {
    title: 'Sign in',
    email: 'E-mail or login',
    password: 'Password',
    signIn: 'Sign in',
    mailMeALink: 'Mail me a sign-in link',
    linkSent: 'If there is such an account, a letter with a link is on its way.',
    byLink: 'You followed a sign-in link.',
    haveSlip: 'I have a slip with a code',
    startTitle: 'Signing in for the first time',
    startAbout:
      'Type the login and the code of the slip and set a password. From then on you sign in with login and password.',
    login: 'Login',
    code: 'Code',
    codeHint: '16 digits, with blanks or without',
    newPassword: 'New password',
    newPasswordHint: 'At least 10 characters. A few unrelated words make a good one.',
  },
)
