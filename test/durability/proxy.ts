/** The network between application and database, which a test may spoil. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type SpoiltWay = {
  readonly port: number
  /** Milliseconds added each way. */
  latency: number
  /** Swallows whatever comes, in both directions, and answers no new connection. */
  blackHole: boolean
  /** Breaks all connections with RST; new ones go through. */
  reset(): void
  /** Breaks all connections and refuses new ones. */
  cut(): Promise<void>
  heal(): Promise<void>
  close(): Promise<void>
}

export async function openProxy(target: { host: string; port: number }): Promise<SpoiltWay> {
  const sockets = new Set<Socket>()
  let server = await listen(0)
  const port = portOf(server)

  function listen(on: number): Promise<Server> {
    return new Promise((resolve, reject) => {
      const made = createServer(join).once('error', reject)
      made.listen(on, '127.0.0.1', () => resolve(made))
    })
  }

  function join(client: Socket): void {
    const database = connect(target.port, target.host)
    pass(client, database)
    pass(database, client)
  }

  function pass(from: Socket, to: Socket): void {
    sockets.add(from)
    let order = Promise.resolve()
    from.on('data', (bytes) => {
      if (proxy.blackHole) return
      order = order.then(async () => {
        if (proxy.latency > 0) await sleep(proxy.latency)
        if (!to.destroyed) to.write(bytes)
      })
    })
    from.on('error', () => {})
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }

  const proxy: SpoiltWay = {
    port,
    latency: 0,
    blackHole: false,
    reset() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    async cut() {
      const closed = new Promise<unknown>((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async heal() {
      proxy.latency = 0
      proxy.blackHole = false
      if (!server.listening) server = await listen(port)
    },
    async close() {
      if (server.listening) await proxy.cut()
    },
  }
  return proxy
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
