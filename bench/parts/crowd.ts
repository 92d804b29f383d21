import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './place.ts'

/** `{version}` in headers is what was answered well by then, and `version` before the first. */
export type CrowdRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly version?: number
}

export type CrowdKind = {
  readonly name: string
  /** Among all that is asked for. */
  readonly share: number
  readonly requests: readonly CrowdRequest[]
  /** Each client has one request of its own, the others choose each time. */
  readonly own?: true
}

export type CrowdPlan = {
  readonly origin: string
  readonly clients: number
  /** Seconds that do not count. */
  readonly warmUp: number
  readonly seconds: number
  /** Whether who is told to come again waits as told; else they are back at once. */
  readonly waits: boolean
  readonly kinds: readonly CrowdKind[]
}

export type CrowdResult = {
  /** `times`: milliseconds of what was answered 2xx; `shed`: told to come again; `others`: anything else. */
  readonly kinds: readonly {
    readonly name: string
    readonly times: readonly number[]
    readonly shed: number
    readonly others: number
  }[]
  /** How often which answer came that is neither. */
  readonly strange: Readonly<Record<string, number>>
}

/** Sends the crowd from another process. */
export async function sendCrowd(plan: CrowdPlan): Promise<CrowdResult> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'bench', 'parts', 'crowd.child.ts'), JSON.stringify(plan)],
    { maxBuffer: 1 << 28 },
  )
  const result: CrowdResult = JSON.parse(stdout)
  if (Object.keys(result.strange).length > 0)
    throw new Error(`answers nobody expected: ${JSON.stringify(result.strange)}`)
  return result
}
