/** Refuses migrations that would make people wait for as long as a table is large; what to do instead is said with each. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { objectionsTo } from './migrations/locking.ts'

const folder = fileURLToPath(new URL('../db/migrations', import.meta.url))
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const objections = objectionsTo(migrations)
for (const { migration, statement, because } of objections)
  process.stderr.write(`${migration}: ${statement.slice(0, 120)}\n  ${because}\n`)
process.stdout.write(`${migrations.length} migrations, ${objections.length} refused\n`)
process.exitCode = objections.length === 0 ? 0 : 1
