import { fileURLToPath } from 'node:url'
import { ROLES, type Role } from '../access-matrix.ts'
import type { House } from '../house.ts'
import { addUser, chooseDistrict, createDistrict, loadFolder } from '../modules/registry/index.ts'
import { modules } from '../modules.ts'
import { type Command, CommandFailed } from '../platform/command-line.ts'
import { readSettings } from '../platform/env.ts'
import { sheets } from '../sheets.ts'
import { readPort, serve } from './serve.ts'
import { text, withHouse } from './with-house.ts'

const DEMO = 'demo'
const FOLDER = fileURLToPath(new URL('../../test/fixtures/district', import.meta.url))
const ORGANISATION = 'Ш001'
/** Everybody on this machine may know it: the demo refuses to listen beyond it without another one. */
const PASSWORD = 'rost-demo-password'

type DemoAccount = { readonly role: Role; readonly email: string; readonly password: string }

export const demoCommand: Command = {
  name: 'demo',
  usage: '[--port 8080] [--password P] [--no-serve] [--json]',
  summary: 'makes the demo district beside whatever is there, then serves it',
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
        ? `${JSON.stringify({ district: DEMO, accounts })}\n`
        : accounts.map((a) => `${a.role.padEnd(18)} ${a.email.padEnd(32)} ${a.password}\n`).join(''),
    )
    if (values['no-serve'] !== true)
      await serve({ ...settings, port: values.port === undefined ? settings.port : readPort(String(values.port)) })
    return 0
  },
}

/** Made once, through the product's own loads and commands; a later call finds it. */
async function makeDemo({ services }: House, password: string): Promise<DemoAccount[]> {
  const known = await chooseDistrict(services.database, DEMO)
  if (known.is !== 'found') {
    const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
    await services.database.write(null, (tx) =>
      createDistrict(
        tx,
        { code: DEMO, name: 'Демонстрационный район', demo: true },
        { master: services.master, seeds },
      ),
    )
    await loadFolder(services, DEMO, FOLDER, { sheets, seeds })
  }
  const accounts = ROLES.map((role) => ({ role, email: `${role.replace('_', '-')}@demo.example`, password }))
  for (const { role, email } of accounts)
    await addUser(services, { email, role, organisation: ORGANISATION, district: DEMO, password })
  return accounts
}
