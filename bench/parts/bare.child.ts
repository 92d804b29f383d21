/**
 * A server with nothing but statements, as a yardstick: `bare.child.ts PLAN` (JSON) prints its port when it listens.
 * Every request runs the statements of the plan, one after the other in `first`, then those of `page` at once.
 */
import { createServer } from 'node:http'
import Fastify from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import type { BarePlan, Statement } from './servers.ts'

const plan: BarePlan = JSON.parse(process.argv[2] ?? '{}')
const pool = new pg.Pool({ connectionString: plan.url, max: 12 })
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const Params = z.object({ id: z.coerce.number().int().min(1) })
const Line = z.object({
  id: z.int(),
  surname: z.string(),
  given_name: z.string(),
  patronymic: z.string().nullable(),
  birth_on: z.iso.date(),
  sex: z.string().nullable(),
  version: z.int(),
})

async function read(): Promise<unknown> {
  for (const statement of plan.first) await run(statement)
  const [one, two] = await Promise.all(plan.page.map(run))
  if (two !== undefined) return { items: one, total: two[0]?.total }
  const [row] = one ?? []
  if (!plan.zod) return row
  Params.parse({ id: String(row?.id) })
  return Line.parse(row)
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
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
  })
}
