import { text as readText } from 'node:stream/consumers'
import { createToken, resetByOperator } from '../modules/identity/index.ts'
import { addUser } from '../modules/registry/index.ts'
import { type Command, CommandFailed, type ExitCode } from '../platform/command-line.ts'
import { requireDistrict, text, withHouse } from './with-house.ts'

export const userAddCommand: Command = {
  usage: '--email E --role R [--organisation CODE] [--snils NUMBER] [--district CODE] [--password] [--json]',
  summary:
    'gives a role, to the person with this СНИЛС; prints a one-time sign-in link (--password reads one from stdin instead)',
  options: {
    email: { type: 'string' },
    role: { type: 'string' },
    organisation: { type: 'string' },
    snils: { type: 'string' },
    district: { type: 'string' },
    password: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: [0, 0],
  async run({ values }) {
    const { email, role } = { email: text(values.email), role: text(values.role) }
    if (email === undefined || role === undefined) throw new CommandFailed('--email and --role are needed')
    const password = values.password === true ? (await readText(process.stdin)).replace(/\r?\n$/, '') : undefined
    return await withHouse<ExitCode>(async (house) => {
      const district = await requireDistrict(house, text(values.district))
      const { link } = await addUser(house.services, {
        email,
        role,
        organisation: text(values.organisation),
        // Goes into a hash and nowhere else: no log, journal or message has it.
        snils: text(values.snils),
        district: district.code,
        password,
      })
      if (values.json) process.stdout.write(`${JSON.stringify({ link })}\n`)
      else if (link !== null) process.stdout.write(`${link}\n`)
      return 0
    })
  },
}

export const tokenCreateCommand: Command = {
  usage: '--email E [--days 30] [--json]',
  summary: 'prints an API token',
  options: { email: { type: 'string' }, days: { type: 'string' }, json: { type: 'boolean' } },
  positionals: [0, 0],
  async run({ values }) {
    const email = text(values.email)
    if (email === undefined) throw new CommandFailed('--email is needed')
    const days = Number(text(values.days) ?? '30')
    if (!Number.isInteger(days) || days < 1) throw new CommandFailed(`--days: ${values.days} is no number of days`)
    return await withHouse<ExitCode>(async ({ services }) => {
      const { token } = await createToken(services, { email, days })
      process.stdout.write(values.json ? `${JSON.stringify({ token })}\n` : `${token}\n`)
      return 0
    })
  },
}

export const userResetSecondFactorCommand: Command = {
  usage: 'ADDRESS|LOGIN',
  summary: 'for somebody who lost the telephone and the recovery codes: the password alone signs in again',
  options: {},
  positionals: [1, 1],
  async run({ positionals: [who = ''] }) {
    return await withHouse<ExitCode>(async ({ services }) => {
      await resetByOperator(services, who)
      return 0
    })
  },
}
