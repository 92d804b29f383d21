/** The nine faults a command or query may raise. 503 belongs to the platform alone; everything else is a bug (500). */
export const FAULT_STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  version_conflict: 412,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  too_many: 429,
} as const

export type Fault = keyof typeof FAULT_STATUS

/** One faulty place of a request: `in` says where, `path` names the field (dots between levels). */
export type FieldFault = {
  readonly in: 'path' | 'query' | 'header' | 'body'
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type RefusalDetails = {
  /** Values for the placeholders of the message. */
  readonly params?: Readonly<Record<string, string | number>>
  readonly fields?: readonly FieldFault[]
  /** Seconds after which a new try makes sense (429). */
  readonly retryAfter?: number
}

/**
 * An answer "no" with its reason: `code` is the key of the message (catalogue of problems) that tells
 * the reader what happened and what to do next.
 */
export class Refusal extends Error {
  readonly fault: Fault
  readonly code: string
  readonly details: RefusalDetails

  constructor(fault: Fault, code: string, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.fault = fault
    this.code = code
    this.details = details
  }
}

/** A field of the body that a rule refuses, as one line. */
export function invalidField(path: string, code: string, params?: Record<string, string | number>): Refusal {
  const field: FieldFault = { in: 'body', path, code, ...(params && { params }) }
  return new Refusal('invalid', 'request_invalid', { fields: [field] })
}

/** Raised by the platform alone when it cannot serve now (database away, shedding, stopping). */
export class Unavailable extends Error {
  readonly retryAfter: number

  constructor(reason: string, retryAfter = 2) {
    super(reason)
    this.name = 'Unavailable'
    this.retryAfter = retryAfter
  }
}
