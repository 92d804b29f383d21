import { closeSession, type Session } from './session.ts'

export type Presence = { release(): Promise<void> }

const rejoinEveryMs = 2_000

/**
 * Keeps this process announced as a user of the server until released: a session lost to a crash of the server, which
 * recovers by itself, is opened again.
 */
export function keepPresence(first: Session, join: () => Promise<Session | undefined>): Presence {
  let session: Session | undefined
  let timer: NodeJS.Timeout | undefined
  let released = false

  const hold = (held: Session): void => {
    session = held
    held.client.once('end', () => {
      session = undefined
      scheduleRejoin()
    })
  }
  const scheduleRejoin = (): void => {
    if (!released) timer = setTimeout(rejoin, rejoinEveryMs).unref()
  }
  const rejoin = async (): Promise<void> => {
    const joined = await join().catch(() => undefined)
    if (!joined) return scheduleRejoin()
    if (released) return closeSession(joined)
    hold(joined)
  }

  hold(first)
  return {
    async release() {
      released = true
      clearTimeout(timer)
      if (session) await closeSession(session)
    },
  }
}
