import { openHouse } from '../house.ts'
import { type Command, CommandFailed } from '../platform/command-line.ts'
import { makeDataFolder } from '../platform/data.folder.ts'
import { readSettings, type Settings } from '../platform/env.ts'
import { createLog } from '../platform/log.ts'
import { createServer } from '../server.ts'

export const serveCommand: Command = {
  usage: '[--port 8080]',
  summary: 'serves the web client and the API on 127.0.0.1 (HOST says otherwise)',
  options: { port: { type: 'string' } },
  positionals: [0, 0],
  async run({ values }) {
    const settings = readSettings()
    const port = values.port === undefined ? settings.port : readPort(String(values.port))
    await serve({ ...settings, port })
    return 0
  },
}

export function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new CommandFailed(`--port: ${text} is no port (0 … 65535)`)
  return port
}

/** Serves until SIGTERM or SIGINT: then takes no more requests, finishes those begun, closes the database and returns. */
export async function serve(settings: Settings): Promise<void> {
  const log = createLog(settings.logLevel)
  makeDataFolder(settings.dataFolder)
  const stopped = waitForSignal()
  const house = await openHouse(settings, log, { work: true })
  try {
    const app = await createServer(house.services)
    const address = await listen(app, settings)
    process.stdout.write(`${settings.publicUrl ?? address}\n`)
    const signal = await stopped
    log.info({ signal }, 'stopping')
    await app.close()
  } finally {
    await house.close()
  }
}

async function listen(app: Awaited<ReturnType<typeof createServer>>, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CommandFailed(`port ${port} is taken by another program; choose one with --port`)
    }
    throw error
  }
}

function waitForSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve(signal))
  })
}
