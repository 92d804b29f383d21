import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '../../../../../web/api.ts'
import { OUTBOX } from '../../../../../web/kit/draft.ts'
import type { Mark } from '../marks.contract.ts'
import { delivered, EMPTY, type Outbox, type Parcel, pack, put, readOutbox, returned } from './outbox.ts'

const AGAIN_MS = 5_000

type Sent = {
  readonly box: Outbox
  /** The line is lost: it is sent by itself once it is back. */
  readonly isOffline: boolean
  /** The server said no; nothing more is sent until somebody decides. */
  readonly refused: Error | null
  put(mark: Mark): void
  tryAgain(): void
  forget(): void
}

/** The line is away or the server is: it comes back by itself. Anything else is an answer. */
const isLost = (error: unknown): boolean =>
  !(error instanceof Problem) || error.status >= 500 || error.status === 429 || error.status === 401

/** Marks kept by the browser until the server has them: neither a reload nor a lost line loses one. */
export function useOutbox(name: string, send: (parcel: Parcel) => Promise<void>): Sent {
  const place = OUTBOX + name
  const [box, setBox] = useState(() => readOutbox(localStorage.getItem(place)))
  const [isOffline, setOffline] = useState(false)
  const [refused, setRefused] = useState<Error | null>(null)
  const sendNow = useRef(send)
  sendNow.current = send
  const change = useCallback(
    (step: (before: Outbox) => Outbox): void =>
      setBox((before) => {
        const after = step(before)
        if (after.sending === null && after.waiting.length === 0) localStorage.removeItem(place)
        else localStorage.setItem(place, JSON.stringify(after))
        return after
      }),
    [place],
  )

  const { sending, waiting } = box
  useEffect(() => {
    if (sending === null && waiting.length > 0 && refused === null)
      change((now) => pack(now, () => crypto.randomUUID()))
  }, [sending, waiting, refused, change])

  useEffect(() => {
    if (sending === null) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = async (): Promise<void> => {
      clearTimeout(timer)
      try {
        await sendNow.current(sending)
        if (isOver) return
        setOffline(false)
        change(delivered)
      } catch (error) {
        if (isOver) return
        if (isLost(error)) {
          setOffline(true)
          timer = setTimeout(attempt, AGAIN_MS)
        } else {
          setOffline(false)
          setRefused(error instanceof Error ? error : new Error(String(error)))
          change(returned)
        }
      }
    }
    void attempt()
    window.addEventListener('online', attempt)
    return () => {
      isOver = true
      clearTimeout(timer)
      window.removeEventListener('online', attempt)
    }
  }, [sending, change])

  return {
    ...{ box, isOffline, refused },
    put: (mark) => change((before) => put(before, mark)),
    tryAgain: () => setRefused(null),
    forget: () => {
      change(() => EMPTY)
      setRefused(null)
    },
  }
}
