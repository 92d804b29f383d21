import { FileReply } from '../contract.ts'
import { Unavailable } from '../errors.ts'
import type { Route } from './route.ts'

/**
 * What a request is for, in the order in which they are served when there are more than can be: who is at the door comes
 * in, what somebody typed is kept; lists may be asked for again, and files and figures of a whole district even later.
 */
export const KINDS = ['entry', 'saving', 'reading', 'heavy'] as const
export type Kind = (typeof KINDS)[number]

/**
 * Of a kind: `least` places are never taken by others, `most` it may have at once; who is not served within `patience`
 * (milliseconds) is told to come again.
 */
export type Bound = { readonly least: number; readonly most: number; readonly patience: number }

export type Bounds = Readonly<Record<Kind, Bound>> & {
  /** Of all kinds together; no fewer than all of their least. */
  readonly atOnce: number
  /** Beyond so many nobody waits any more. */
  readonly waiting: number
}

/**
 * Two cores are busy with a dozen, and most of saving is waiting for the disk. What hangs in one kind (saving behind a lock of the database) leaves places to the others;
 * what is free beyond goes to the first kind that waits. Served later than this, people have long tried again.
 */
export const BOUNDS: Bounds = {
  atOnce: 16,
  waiting: 2_000,
  entry: { least: 2, most: 4, patience: 1_200 },
  saving: { least: 6, most: 8, patience: 1_200 },
  reading: { least: 4, most: 10, patience: 1_200 },
  heavy: { least: 1, most: 2, patience: 1_200 },
}

/**
 * Runs the work when it is its turn. `isGone`: who asked has hung up meanwhile. Faults: Unavailable, with the seconds after
 * which to come again.
 */
export type Admission = <T>(kind: Kind, work: () => Promise<T>, isGone?: () => boolean) => Promise<T>

type Waiting = { enter(): void }
type Line = { readonly bound: Bound; readonly waiting: Waiting[]; running: number }

/** Those sent away come back in different seconds. One of each is enough: they say nothing of whom they refuse. */
const REFUSALS = [2, 3, 4, 5, 6].map((seconds) => new Unavailable('too many at once', seconds))

/**
 * The first to come is the first to be served where what they bring would be lost. Among those who only look it is the last:
 * when not all can be served, those who are need not have waited, and the others waited for nothing either way.
 */
const LAST_FIRST: ReadonlySet<Kind> = new Set(['reading', 'heavy'])

/**
 * A place where requests wait for their turn. Waiting costs next to nothing, and who is sent away only after waiting does not
 * come back at once: so a crowd takes no time from those who are served.
 */
export function createAdmission(bounds: Bounds = BOUNDS): Admission {
  const lines = KINDS.map((kind): [Kind, Line] => [kind, { bound: bounds[kind], waiting: [], running: 0 }])
  const lineOf = new Map(lines)
  let running = 0
  let waiting = 0
  let refused = 0

  function refuse(): Unavailable | undefined {
    return REFUSALS[refused++ % REFUSALS.length]
  }

  /** Whether a place of its own is free, or one that is nobody's. */
  function isFree(line: Line): boolean {
    if (running >= bounds.atOnce || line.running >= line.bound.most) return false
    if (line.running < line.bound.least) return true
    const kept = lines.reduce((sum, [, other]) => sum + Math.max(0, other.bound.least - other.running), 0)
    return running + kept < bounds.atOnce
  }

  function take(line: Line): void {
    running++
    line.running++
  }

  async function enter(line: Line): Promise<void> {
    if (isFree(line) && line.waiting.length === 0) return take(line)
    if (waiting >= bounds.waiting) throw refuse()
    await new Promise<void>((resolve, reject) => {
      const one: Waiting = {
        enter() {
          waiting--
          clearTimeout(timer)
          take(line)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        waiting--
        // All wait equally long: nearly always the first.
        line.waiting.splice(line.waiting.indexOf(one), 1)
        reject(refuse())
      }, line.bound.patience)
      line.waiting.push(one)
      waiting++
    })
  }

  function leave(line: Line): void {
    running--
    line.running--
    for (const [kind, next] of lines) {
      while (next.waiting.length > 0 && isFree(next)) {
        const one = LAST_FIRST.has(kind) ? next.waiting.pop() : next.waiting.shift()
        one?.enter()
      }
    }
  }

  return async (kind, work, isGone = () => false) => {
    const line = lineOf.get(kind)
    if (line === undefined) return await work()
    await enter(line)
    try {
      if (isGone()) throw refuse()
      return await work()
    } finally {
      leave(line)
    }
  }
}

/** Which kind the requests of a route are. Undefined: files on their way in take as long as the line they come by. */
export function kindOf({ contract, kind, may, heavy }: Route): Kind | undefined {
  if (contract.takes === 'files') return undefined
  if (may === 'public') return 'entry'
  if (heavy || contract.reply === FileReply) return 'heavy'
  return kind === 'command' && contract.method !== 'get' ? 'saving' : 'reading'
}
