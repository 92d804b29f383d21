import { type Command, CommandFailed } from '../platform/command-line.ts'
import type { Tx } from '../platform/db/db.ts'
import { appendJournal } from '../platform/journal/journal.ts'
import { turnKeptSecret, turnSecret } from '../platform/master.key.ts'
import { withHouse } from './with-house.ts'

export const keyRotateCommand: Command = {
  usage: '',
  summary: 'puts a new secret in the place of the one that wraps all keys, while servers go on working',
  options: {},
  positionals: [0, 0],
  async run() {
    await withHouse(async ({ services: { database, settings } }) => {
      const { secret, nextSecret, dataFolder } = settings
      if (secret === undefined) {
        await turnKeptSecret(database, dataFolder, noteTurning)
        process.stdout.write(
          `the secret in ${dataFolder}/secret is a new one: copy it to its safe place\n${OF_BACKUPS}`,
        )
        return
      }
      if (nextSecret === undefined || nextSecret === secret) {
        throw new CommandFailed(
          'the secret comes from ROST_SECRET: give the new one in ROST_SECRET_NEXT (openssl rand -base64 32 makes one)',
        )
      }
      await turnSecret(database, { from: Buffer.from(secret), to: Buffer.from(nextSecret) }, noteTurning)
      process.stdout.write(`from the next start on ROST_SECRET has to be what ROST_SECRET_NEXT is now\n${OF_BACKUPS}`)
    })
    return 0
  },
}

const OF_BACKUPS = 'backups made before open with the secret of their day: keep it as long as you keep them\n'

const noteTurning = (tx: Tx): Promise<void> =>
  appendJournal(tx, {
    actor: { kind: 'operator', account: null, tenant: null, grants: [] },
    requestId: null,
    action: 'key rotate',
    objects: [],
  })
