import { defineWords } from '../../../../web/words.ts'

export const signInWords = defineWords(
  {
    title: 'Вход',
    email: 'Электронная почта',
    password: 'Пароль',
    signIn: 'Войти',
    mailMeALink: 'Прислать ссылку для входа',
    linkSent: 'Если такая учётная запись есть, письмо со ссылкой уже отправлено.',
    byLink: 'Вы открыли ссылку для входа.',
  },
  {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    mailMeALink: 'Mail me a sign-in link',
    linkSent: 'If there is such an account, a letter with a link is on its way.',
    byLink: 'You followed a sign-in link.',
  },
)
