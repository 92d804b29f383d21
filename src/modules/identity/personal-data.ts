import { type PersonalData, type PersonalTable, REMOVED } from '../../platform/personal-data.ts'

/** Of whoever signs in; seen by themselves, the administrator sees that it is there. */
const access = {
  of: { accounts: ['account_id'] },
  purpose: 'access',
  ground: 'security',
  term: 'session',
  seen: [],
  erasing: REMOVED,
} as const satisfies Omit<PersonalTable, 'about' | 'columns'>

export const identityPersonalData: PersonalData = {
  module: 'identity',
  tables: {
    'identity.account': {
      ...access,
      about: ['Учётная запись', 'Account'],
      of: { accounts: ['id'] },
      term: 'account',
      seen: ['account.manage', 'journal.read'],
      // Its number stays, for the journal goes by it.
      erasing: {
        does: 'blank',
        set: {
          email: 'null',
          email_key: 'null',
          login: "'gone-' || r.id",
          name: "'—'",
          password_hash: 'null',
          disabled_at: 'now()',
          disabled_as: "'hand'",
        },
      },
      columns: {
        email: ['почта', 'address of mail'],
        name: ['имя, как записано', 'name as written down'],
        login: ['логин', 'login name'],
        used_at: ['когда входили', 'when it was used'],
      },
      copying: {
        set: {
          email: "case when r.email is not null then 'user' || r.id || '@copy.example' end",
          email_key: "case when r.email is not null then 'user' || r.id || '@copy.example' end",
          name: '(select n.name from pg_temp.new_account n where n.id = r.id)',
          login: "case when r.login is not null then 'user-' || r.id end",
          password_hash: 'null',
        },
      },
      plain: [
        'email_key',
        'language',
        'password_hash',
        'disabled_at',
        'disabled_as',
        'created_at',
        'unused_told_at',
        'invited_at',
      ],
    },
    'identity.session': {
      ...access,
      about: ['Входы', 'Sessions'],
      expires: { days: 1, since: 'r.expires_at' },
      columns: {
        user_agent: ['как назвался браузер', 'what the browser calls itself'],
        address: ['адрес в сети', 'network address'],
        created_at: ['когда вошли', 'when it began'],
        last_seen_at: ['когда был последний запрос', 'when it was last used'],
      },
      plain: [
        'token_hash',
        'opened_by',
        'expires_at',
        'rest',
        'life',
        'looks_as',
        'looks_in',
        'looks_until',
        'vouched',
      ],
    },
    'identity.known_device': {
      ...access,
      about: ['Браузеры, из которых входили', 'Browsers one came in by'],
      term: 'half_year',
      expires: { days: 180, since: 'r.last_used_at' },
      columns: { network: ['адрес в сети', 'network address'], last_used_at: ['когда', 'when'] },
      plain: ['token_hash', 'created_at'],
    },
    'identity.api_token': {
      ...access,
      about: ['Токены', 'Tokens'],
      term: 'account',
      columns: { name: ['как назван', 'what it is called'], last_used_at: ['когда использован', 'when it was used'] },
      plain: ['token_hash', 'created_at', 'expires_at', 'revoked_at', 'permissions'],
    },
    'identity.totp': {
      ...access,
      about: ['Вход с кодом', 'Second factor'],
      term: 'account',
      columns: { confirmed_at: ['с какого дня', 'since when'] },
      plain: ['sealed_secret', 'created_at', 'last_step'],
    },
    'identity.passkey': {
      ...access,
      about: ['Ключи доступа', 'Passkeys'],
      term: 'account',
      columns: {
        name: ['как назван', 'what it is called'],
        created_at: ['с какого дня', 'since when'],
        used_at: ['когда использован', 'when it was used'],
      },
      plain: ['credential_id', 'public_key', 'counter', 'transports'],
    },
    'identity.outside_link': {
      ...access,
      about: ['Связь с внешним входом', 'Links to outside providers'],
      term: 'account',
      columns: {
        provider: ['через кого', 'by whom'],
        subject: ['номер у него', 'number there'],
        linked_at: ['с какого дня', 'since when'],
        used_at: ['когда использован', 'when it was used'],
      },
      plain: [],
    },
  },
  others: {
    'identity.recovery_code': 'keyed hashes of random codes',
    'identity.second_step': 'ten minutes of a sign-in under way: random, hashed',
    'identity.spent_challenge': 'hashes of random challenges, for minutes',
    'identity.sign_in_code': 'a hash of a random code',
    'identity.sign_in_link': 'a hash of a random token',
  },
  othersInCopy: {
    'identity.recovery_code': 'nothing',
    'identity.second_step': 'nothing',
    'identity.spent_challenge': 'nothing',
    'identity.sign_in_code': 'nothing',
    'identity.sign_in_link': 'nothing',
  },
}
