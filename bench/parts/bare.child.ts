/**
 * A server with nothing but statements, as a yardstick: `bare.child.ts PLAN` (JSON) prints its port when it listens.
 * Every request runs the statements of the plan, one after the other in `first`, then those of `page` at once.
 */
import { createServer } from 'node:http'
import Fastify from 'fastify'
import pg from 'pg'
import { openDistrictKey } from '../../src/modules/registry/districts/district.creation.ts'
import { Person } from '../../src/modules/registry/people/people.contract.ts'
import type { FoundPerson } from '../../src/modules/registry/people/person.card.ts'
import { tellPerson } from '../../src/modules/registry/people/person.telling.ts'
import type { Actor } from '../../src/platform/access/access.ts'
import { IdParams } from '../../src/platform/contract.ts'
import { masterOf } from '../../src/platform/master.key.ts'
import type { BarePlan, CardPlan, Statement } from './servers.ts'

const plan: BarePlan = JSON.parse(process.argv[2] ?? '{}')
// Several such servers and the product share what connections the database has.
const pool = new pg.Pool({ connectionString: plan.url, max: 10 })
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
const tell = plan.card && tellerOf(plan.card)

async function read(): Promise<unknown> {
  for (const statement of plan.first) await run(statement)
  const [one, two] = await Promise.all(plan.page.map(run))
  if (two !== undefined) return { items: one, total: two[0]?.total }
  const [row] = one ?? []
  if (tell === undefined) return row
  const person = tell(row as unknown as FoundPerson)
  if (!plan.zod) return person
  IdParams.parse({ id: String(person.id) })
  return Person.parse(person)
}

/** What the product tells a methodist of a person, without asking who they are. */
function tellerOf({ secret, wrappedMaster, tenant, wrappedKey }: CardPlan): (found: FoundPerson) => Person {
  const master = masterOf(Buffer.from(wrappedMaster, 'hex'), Buffer.from(secret))
  if (master === undefined) throw new Error('another secret')
  const key = openDistrictKey(master, { id: tenant, wrappedKey: Buffer.from(wrappedKey, 'hex') })
  const grant = { role: 'methodist', region: null, tenant, organisation: null, person: null }
  const actor: Actor = { kind: 'account', account: 1, tenant, grants: [grant] }
  return (found) => tellPerson(found, key, actor)
}

async function run({ name, text, values }: Statement): Promise<Record<string, unknown>[]> {
  const given = values.map((value) =>
    typeof value === 'object' && value !== null && 'hex' in value ? Buffer.from(String(value.hex), 'hex') : value,
  )
  return (await pool.query({ text, values: given, ...(name !== undefined && { name }) })).rows
}

if (plan.server === 'fastify') {
  const app = Fastify()
  app.get('/*', read)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  process.stdout.write(`${new URL(address).port}\n`)
} else {
  const server = createServer((_request, response) => {
    read().then(
      (body) => {
        const text = JSON.stringify(body)
        const length = Buffer.byteLength(text)
        response
          .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length })
          .end(text)
      },
      (error) => {
        process.stderr.write(`${error}\n`)
        response.writeHead(500, { 'content-length': 0 }).end()
      },
    )
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
  })
}
