import { useState } from 'react'

const PREFIX = 'draft:'

export type Draft<T> = {
  /** As the form shows it: the stored thing with what was typed over it. */
  readonly value: T
  /** The fields somebody typed into; only these are sent, so that another's change of another field stays. */
  readonly changes: Partial<T>
  /** What was typed in an earlier visit of the page and never saved. */
  readonly restored: boolean
  change(part: Partial<T>): void
  /** After saving, or to start anew. */
  clear(): void
}

/**
 * What is typed into a form, kept by the browser's tab until it is saved: a reload, the end of a session or a lost line
 * lose nothing. `key` names the form and what it is about; `stored` is the thing as it stands, and may change beneath.
 */
export function useDraft<T extends object>(key: string, stored: T): Draft<T> {
  const name = PREFIX + key
  const [kept] = useState(() => read<T>(name))
  const [changes, setChanges] = useState<Partial<T>>(kept ?? {})
  const [restored, setRestored] = useState(kept !== undefined)
  return {
    value: { ...stored, ...changes },
    changes,
    restored,
    change: (part) => {
      const next = { ...changes, ...part }
      sessionStorage.setItem(name, JSON.stringify(next))
      setChanges(next)
    },
    clear: () => {
      sessionStorage.removeItem(name)
      setRestored(false)
      setChanges({})
    },
  }
}

/** What waits for the line is kept by the browser under names that begin so. */
export const OUTBOX = 'outbox:'

/** Whoever signs out leaves nothing typed behind for the next at this computer. */
export function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(OUTBOX)) localStorage.removeItem(name)
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name)
}

/** Of what the form would send, what was typed. */
export function typedOnly<B extends object>(body: B, changes: object): Partial<B> {
  return Object.fromEntries(Object.entries(body).filter(([field]) => field in changes)) as Partial<B>
}

function read<T>(name: string): Partial<T> | undefined {
  const text = sessionStorage.getItem(name)
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Partial<T>
  } catch {
    return undefined
  }
}
