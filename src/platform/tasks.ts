import type { QueryContext } from './http/route.ts'

/** Something for the asker to do next, and where it is done. */
export type Task = {
  /** Its words are `<module>:tasks.<code>`, said with `count` and `says`; days in ISO are said as the language does. */
  readonly code: string
  readonly count: number
  readonly says?: Readonly<Record<string, string | number>>
  /** The day by which it is wanted. */
  readonly dueOn?: string
  /** The page of the client; left out where it is done away from it. */
  readonly link?: string
}

/** What a source may look at. `reach` is that of its permission. */
export type TaskContext = Pick<
  QueryContext,
  'db' | 'actor' | 'reach' | 'mayAlso' | 'reachAlso' | 'language' | 'today' | 'services'
> & {
  readonly tenant: number
  readonly account: number
}

/**
 * Things to do that a module knows of. Asked whenever somebody comes to the first page, so it takes a few milliseconds;
 * what there is nothing of is left out.
 */
export type TaskSource = {
  /** The permission without which nobody is asked for this; `signed-in`: everybody. */
  readonly may: string
  readonly find: (context: TaskContext) => Promise<readonly Task[]>
}

/** A task there is something of; none otherwise. */
export const ifAny = (task: Task): readonly Task[] => (task.count === 0 ? [] : [task])
