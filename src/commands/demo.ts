import { ROLES, type Role } from '../access-matrix.ts'
import { toldUntil } from '../demo/days.ts'
import { makeDistrict } from '../demo/district.ts'
import { fillDistricts } from '../demo/filling.ts'
import { MAIN, NEIGHBOUR } from '../demo/plans.ts'
import { tellPresent } from '../demo/present.ts'
import type { House } from '../house.ts'
import { addUser, chooseDistrict } from '../modules/registry/index.ts'
import { today } from '../platform/clock.ts'
import { type Command, CommandFailed } from '../platform/command-line.ts'
import { readSettings } from '../platform/env.ts'
import { readPort, serve } from './serve.ts'
import { text, withHouse } from './with-house.ts'

/** Everybody on this machine may know it: the demo refuses to listen beyond it without another one. */
const PASSWORD = 'rost-demo-password'

const TIME_ZONE = 'Europe/Moscow'

type DemoAccount = { readonly role: Role; readonly email: string; readonly password: string }

export const demoCommand: Command = {
  usage: '[--port 8080] [--password P] [--no-serve] [--json]',
  summary: 'makes the demo district and its neighbour beside whatever is there, then serves them',
  options: {
    port: { type: 'string' },
    password: { type: 'string' },
    'no-serve': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: [0, 0],
  async run({ values }) {
    const settings = readSettings()
    const password = text(values.password) ?? PASSWORD
    if (text(values.password) === undefined && !['127.0.0.1', 'localhost', '::1'].includes(settings.host)) {
      throw new CommandFailed(
        `the demo does not listen on ${settings.host} with its well-known password: give another with --password`,
      )
    }
    const accounts = await withHouse((house) => makeDemo(house, password))
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ district: MAIN.code, accounts })}\n`
        : accounts.map((a) => `${a.role.padEnd(18)} ${a.email.padEnd(32)} ${a.password}\n`).join(''),
    )
    if (values['no-serve'] !== true)
      await serve({ ...settings, port: values.port === undefined ? settings.port : readPort(String(values.port)) })
    return 0
  },
}

/** Made once, through the product's own loads and commands; a later call finds it. */
async function makeDemo({ services }: House, password: string): Promise<DemoAccount[]> {
  const known = await chooseDistrict(services.database, MAIN.code)
  // A later call finds the story as it was told when it was begun.
  const until = toldUntil(today(TIME_ZONE, known.is === 'found' ? known.district.createdAt : new Date()))
  const main = makeDistrict(MAIN, until)
  const neighbour = { plan: NEIGHBOUR, make: () => makeDistrict(NEIGHBOUR, until) }
  await fillDistricts(services, [{ plan: MAIN, make: () => main }, neighbour], { until, say })
  const accounts = ROLES.map((role) => ({ role, email: `${role.replace('_', '-')}@demo.example`, password }))
  for (const { role, email } of accounts)
    await addUser(services, { email, role, district: MAIN.code, password, ...main.cast[role] })
  const made = await chooseDistrict(services.database, MAIN.code)
  if (made.is !== 'found') throw new Error('the demo was not made')
  await tellPresent(services, {
    ...{ tenant: made.district.id, until },
    today: today(TIME_ZONE),
    addressOf: (role) => accounts.find((one) => one.role === role)?.email ?? '',
    password,
  })
  return accounts
}

/** What happens while one waits; the last line stays for what went wrong. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
