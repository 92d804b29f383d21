/**
 * A program for the tests: opens the database in the folder given, prints one line of JSON, then obeys `stop` and `exit`
 * on its standard input. `exit` leaves without stop(), as an uncaught error does.
 */
import { createInterface } from 'node:readline'
import { openPostgres, PostgresUnavailable } from './postgres.ts'

const print = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`)

try {
  const postgres = await openPostgres({ dataFolder: process.argv[2] ?? '', log: () => {} })
  print(postgres)
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'exit') process.exit(0)
    if (line === 'stop') {
      await postgres.stop()
      print('stopped')
    }
  }
} catch (error) {
  if (!(error instanceof PostgresUnavailable)) throw error
  print({ code: error.code, message: error.message })
}
