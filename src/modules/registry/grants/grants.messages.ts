import { ROLE_NAMES } from './roles.contract.ts'

/** Words of accounts and grants; part of the registry's. */
export const grantMessages = {
  ru: {
    problems: {
      account_elsewhere: {
        title: 'Эта учётная запись работает не только в вашем районе',
        todo: 'Здесь можно менять её роли в районе. Остальное сделает оператор системы, а ссылку для входа владелец может попросить сам.',
      },
      account_disabled: { title: 'Учётная запись отключена', todo: 'Сначала включите её.' },
      second_factor_missing: {
        title: 'Вход с кодом у этой учётной записи не настроен',
        todo: 'Отключать нечего: она входит только с паролем.',
      },
      own_grant: {
        title: 'Роль самому себе не дают',
        todo: 'Попросите другого администратора или оператора системы.',
      },
      look_at_oneself: { title: 'Это вы и есть', todo: 'Выберите другую учётную запись.' },
      nothing_to_see: {
        title: 'У этой учётной записи сейчас нет ни одной роли',
        todo: 'Смотреть нечего: ей в районе ничего не открыто.',
      },
      last_manager: {
        title: 'Это последний администратор учётных записей района',
        todo: 'Сначала дайте эту роль кому-то ещё.',
      },
      slips_too_many: {
        title: 'Выбрано больше {{most}} человек',
        todo: 'Выберите часть организаций и повторите для остальных.',
      },
      role_unknown: { title: 'Такой роли нет', todo: 'Роли: {{roles}}.' },
      email_wrong: { title: 'Это не адрес электронной почты', todo: 'Проверьте адрес.' },
      password_short: {
        title: 'Пароль слишком короткий',
        todo: 'Возьмите не меньше восьми знаков, лучше несколько несвязанных слов.',
      },
      district_unknown: { title: 'Нет района с кодом {{code}}', todo: 'Проверьте код.' },
      organisation_unknown: { title: 'Нет организации с кодом {{code}}', todo: 'Проверьте код.' },
      organisation_needed: {
        title: 'Роль {{role}} даётся в организации',
        todo: 'Укажите её код: --organisation КОД.',
      },
      person_unknown: { title: 'Нет человека с таким СНИЛС', todo: 'Проверьте номер или сначала загрузите данные.' },
    },
    fields: {
      email_taken:
        'у этого адреса уже есть учётная запись; если её нет в списке района, обратитесь к оператору системы',
      rests_longer_than_lives: 'покой не может быть дольше всего входа',
      reference_unknown: 'такого в районе нет',
      ends_before_start: 'раньше начала',
    },
    role: ROLE_NAMES.ru,
  },
  en: {
    problems: {
      account_elsewhere: {
        title: 'This account does not work in your district alone',
        todo: 'You can change its roles in the district. The operator does the rest, and its owner can ask for a sign-in link.',
      },
      account_disabled: { title: 'The account is disabled', todo: 'Enable it first.' },
      second_factor_missing: {
        title: 'This account does not sign in with a code',
        todo: 'There is nothing to reset: it signs in with the password alone.',
      },
      own_grant: {
        title: 'Nobody gives themselves a role',
        todo: 'Ask another administrator, or the operator.',
      },
      look_at_oneself: { title: 'That is you', todo: 'Choose another account.' },
      nothing_to_see: {
        title: 'This account has no role at present',
        todo: 'There is nothing to see: nothing of the district is open to it.',
      },
      last_manager: {
        title: 'Nobody else manages the accounts of the district',
        todo: 'Give that role to somebody else first.',
      },
      slips_too_many: {
        title: 'More than {{most}} people are chosen',
        todo: 'Choose some of the organisations, and then the others.',
      },
      role_unknown: { title: 'There is no such role', todo: 'Roles: {{roles}}.' },
      email_wrong: { title: 'This is not an address of mail', todo: 'Check the address.' },
      password_short: {
        title: 'The password is too short',
        todo: 'Take at least eight characters, best a few unrelated words.',
      },
      district_unknown: { title: 'No district has the code {{code}}', todo: 'Check the code.' },
      organisation_unknown: { title: 'No organisation has the code {{code}}', todo: 'Check the code.' },
      organisation_needed: {
        title: 'The role {{role}} is held over an organisation',
        todo: 'Name its code: --organisation CODE.',
      },
      person_unknown: { title: 'No person has this number', todo: 'Check the number, or load the data first.' },
    },
    fields: {
      email_taken: 'this address has an account; if it is not in the list of the district, ask the operator',
      rests_longer_than_lives: 'a session cannot rest longer than it lives',
      reference_unknown: 'there is no such thing in the district',
      ends_before_start: 'before the start',
    },
    role: ROLE_NAMES.en,
  },
} as const
