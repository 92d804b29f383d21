/** A mail server that takes every letter and keeps it; closed it refuses connections, opened again it has the same port. */
import { createServer, type Server, type Socket } from 'node:net'

export type MailServer = {
  readonly port: number
  /** To whom each letter went, in the order they were taken. */
  readonly taken: string[]
  /** What it was told to say, head and body, as they went over the line. */
  readonly sources: string[]
  /** Addresses it has no mailbox for. */
  readonly unknown: Set<string>
  open(): Promise<void>
  close(): Promise<void>
}

const ANSWERS: Readonly<Record<string, string>> = { DATA: '354 go on', QUIT: '221 bye' }

/** Not yet open: its port is free. */
export async function makeMailServer(): Promise<MailServer> {
  const taken: string[] = []
  const sources: string[] = []
  const unknown = new Set<string>()
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let port = 0

  function serve(socket: Socket): void {
    sockets.add(socket)
    let held = ''
    let to = ''
    let inLetter = false
    let source = ''
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.write('220 mail.example\r\n')
    socket.on('data', (part) => {
      held += part.toString('latin1')
      for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
        const line = held.slice(0, end)
        held = held.slice(end + 2)
        if (inLetter) {
          if (line !== '.') {
            source += `${line}\r\n`
            continue
          }
          inLetter = false
          taken.push(to)
          sources.push(source)
          source = ''
          socket.write('250 taken\r\n')
          continue
        }
        const [verb = ''] = line.toUpperCase().split(' ')
        if (verb === 'RCPT') to = /<(.*?)>/.exec(line)?.[1] ?? ''
        inLetter = verb === 'DATA'
        const isUnknown = verb === 'RCPT' && unknown.has(to)
        socket.write(`${isUnknown ? '550 no such mailbox' : (ANSWERS[verb] ?? '250 ok')}\r\n`)
        if (verb === 'QUIT') socket.end()
      }
    })
  }

  async function open(): Promise<void> {
    server = await new Promise<Server>((resolve, reject) => {
      const made = createServer(serve).once('error', reject)
      made.listen(port, '127.0.0.1', () => resolve(made))
    })
    const address = server.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
  }

  async function close(): Promise<void> {
    const closed = new Promise<unknown>((resolve) => (server === undefined ? resolve(0) : server.close(resolve)))
    for (const socket of sockets) socket.destroy()
    await closed
    server = undefined
  }

  await open()
  await close()
  return { port, taken, sources, unknown, open, close }
}
