/** Every way of asking wrongly, one by one; in this process, since the smoke test holds that it is the same from outside. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addDistrict, addOrganisation } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { rostHere } from './rost.here.ts'

const district = join(import.meta.dirname, '../fixtures/district')
const email = 'methodist@rost.example'

const house = await openTestHouse()
const { tenant, code } = await addDistrict(house)
await addOrganisation(house, tenant)
const dataFolder = await mkdtemp(join(tmpdir(), 'rost-arguments-'))
afterAll(() => rm(dataFolder, { recursive: true, force: true }))
const { databaseUrl = '', migratorUrl = '', secret = '' } = house.services.settings

test.for<[what: string, words: readonly string[], why: RegExp, environment?: Record<string, string>]>([
  ['half a command', ['user'], /"user"/],
  ['an unknown option', ['load', district, '--jason'], /--jason/],
  ['an option without its value', ['indicators', '--date'], /--date/],
  ['no folder', ['load'], /usage: \.\/rost load DIR/],
  ['two folders', ['load', district, district], /usage: \.\/rost load DIR/],
  ['a file instead of a folder', ['load', join(district, 'staff.xlsx')], /staff\.xlsx/],
  ['a date in another form', ['indicators', '--date', '31.12.2025'], /--date: 31\.12\.2025/],
  ['a day that never was', ['indicators', '--date', '2025-02-30'], /--date: 2025-02-30/],
  ['an unknown slice', ['indicators', '--date', '2025-12-31', '--by', 'moon'], /--by: .*moon/],
  ['an unknown district', ['indicators', '--date', '2025-12-31', '--district', 'atlantis'], /atlantis/],
  ['a note without a day', ['report', 'monitoring', '--out', 'note.docx'], /--date is needed/],
  ['a note on a day that never was', ['report', 'monitoring', '--date', '2025-02-30', '--out', 'n.pdf'], /2025-02-30/],
  ['a note without a file', ['report', 'monitoring', '--date', '2025-12-31'], /--out is needed/],
  ['a note in another format', ['report', 'monitoring', '--date', '2025-12-31', '--out', 'note.odt'], /\.docx, \.pdf/],
  ['a note into no folder', ['report', 'monitoring', '--date', '2025-12-31', '--out', 'no/such/n.docx'], /no folder/],
  [
    'a note compared with a later day',
    ['report', 'monitoring', '--date', '2025-12-31', '--out', 'note.docx', '--compare', '2026-01-01'],
    /--compare: 2026-01-01 is not before/,
  ],
  [
    'a note of an unknown district',
    ['report', 'monitoring', '--date', '2025-12-31', '--out', 'note.docx', '--district', 'atlantis'],
    /atlantis/,
  ],
  ['a load into an unknown district', ['load', district, '--district', 'atlantis'], /atlantis/],
  ['a user without a role', ['user', 'add', '--email', email], /--role/],
  ['an unknown role', ['user', 'add', '--email', email, '--role', 'king'], /role.*methodist/i],
  ['an address that is none', ['user', 'add', '--email', 'nobody', '--role', 'methodist'], /address/],
  ['a role that needs an organisation', ['user', 'add', '--email', email, '--role', 'head'], /--organisation/],
  ['an unknown organisation', ['user', 'add', '--email', email, '--role', 'head', '--organisation', 'Ы1'], /Ы1/],
  ['a user of an unknown district', ['user', 'add', '--email', email, '--role', 'admin', '--district', 'x9'], /x9/],
  ['a token for nobody', ['token', 'create', '--email', 'nobody@rost.example'], /address/],
  ['a token for no time', ['token', 'create', '--email', email, '--days', '0'], /--days/],
  ['a token for ever', ['token', 'create', '--email', email, '--days', '100000'], /366/],
  ['a port that is none', ['serve', '--port', '99999'], /--port: 99999/],
  ['a wrong PORT', ['doctor'], /^settings: PORT: /, { PORT: 'abc' }],
  ['a wrong LOG_LEVEL', ['doctor'], /^settings: LOG_LEVEL: /, { LOG_LEVEL: 'loud' }],
  [
    'a short ROST_SECRET, which is not told',
    ['doctor'],
    /^settings: ROST_SECRET: (?!.*hunter2)/,
    { ROST_SECRET: 'hunter2' },
  ],
  ['an address of no database', ['doctor'], /^settings: DATABASE_URL: /, { DATABASE_URL: 'nonsense' }],
  ['a wrong password, which is not told', ['doctor'], /^DATABASE_URL: (?!.*hunter2).*auth/, wrongPassword()],
  ['a database that is not there', ['doctor'], /^DATABASE_MIGRATOR_URL: .*atlantis/, wrongDatabase()],
  ['a data folder that is a file', ['doctor'], /ROST_DATA/, { ROST_DATA: '/etc/passwd', DATABASE_URL: '' }],
  ['the demo for strangers with the well-known password', ['demo'], /--password/, { HOST: '0.0.0.0' }],
])('%s', async ([, words, why, environment = {}]) => {
  const answer = await rostHere(words, { ...home(), ...environment })
  expect(answer).toEqual({ code: 2, why: expect.stringMatching(why) })
})

test('several districts: the line names them', async () => {
  const second = await addDistrict(house)
  const { code: ended, why } = await rostHere(['indicators', '--date', '2025-12-31'], home())
  expect(ended).toBe(2)
  for (const named of [code, second.code]) expect(why).toContain(named)
})

function home(): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_MIGRATOR_URL: migratorUrl,
    ROST_DATA: dataFolder,
    ROST_SECRET: secret,
    LANG: 'en_US.UTF-8',
    LC_ALL: '',
    LOG_LEVEL: 'warn',
    PORT: '',
    HOST: '',
  }
}

function wrongPassword(): Record<string, string> {
  const url = new URL(databaseUrl)
  url.password = 'hunter2'
  return { DATABASE_URL: url.href }
}

function wrongDatabase(): Record<string, string> {
  const url = new URL(migratorUrl)
  url.pathname = '/atlantis'
  return { DATABASE_MIGRATOR_URL: url.href }
}
