import type { FastifyError } from 'fastify'
import { FAULT_STATUS, type FieldFault, Refusal } from '../errors.ts'
import type { Language, Translator } from '../messages.ts'
import { asOutage } from '../outage.ts'

/** RFC 9457 with a machine `code`; `title` says what happened, `detail` what to do next. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly status: number
  readonly code: string
  readonly requestId: string
  readonly errors?: readonly (FieldFault & { readonly message: string })[]
}

export type Answer = { readonly problem: Problem; readonly retryAfter: number | undefined; readonly bug: boolean }

/** Which module's words hold the text of a problem code: `<module>:problems.<code>.title|todo`. */
export type ProblemCatalogue = ReadonlyMap<string, string>

/** Turns anything thrown into an answer; what is no refusal and no outage is a bug and says nothing of its inside. */
export function problemOf(
  error: unknown,
  context: { language: Language; requestId: string; translator: Translator; catalogue: ProblemCatalogue },
): Answer {
  const refusal = asRefusal(error)
  if (refusal instanceof Refusal) {
    const { code, details, fault } = refusal
    return {
      problem: write(code, FAULT_STATUS[fault], details.params, details.fields),
      retryAfter: details.retryAfter,
      bug: false,
    }
  }
  const outage = asOutage(error)
  if (outage) return { problem: write('unavailable', 503), retryAfter: outage.retryAfter, bug: false }
  return { problem: write('internal', 500), retryAfter: undefined, bug: true }

  function write(
    code: string,
    status: number,
    params: Readonly<Record<string, string | number>> = {},
    fields?: readonly FieldFault[],
  ): Problem {
    const { translator, catalogue, language, requestId } = context
    const key = `${catalogue.get(code) ?? 'platform'}:problems.${code}`
    return {
      type: `urn:rost:problem:${code}`,
      title: translator.say(language, `${key}.title`, params),
      detail: translator.say(language, `${key}.todo`, { ...params, requestId }),
      status,
      code,
      requestId,
      ...(fields && { errors: fields.map((f) => ({ ...f, message: sayField(f) })) }),
    }
  }

  function sayField(field: FieldFault): string {
    const { translator, catalogue, language } = context
    const module = catalogue.get(`field:${field.code}`) ?? 'platform'
    return translator.say(language, `${module}:fields.${field.code}`, field.params)
  }
}

/** Faults of Fastify itself, told in our words. */
function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const { code, statusCode } = error as Partial<FastifyError>
  if (statusCode === 413) return new Refusal('too_large', 'body_too_large')
  if (statusCode === 415) return new Refusal('unsupported', 'media_type_unsupported')
  if (statusCode === 400 && typeof code === 'string' && code.startsWith('FST_ERR'))
    return new Refusal('invalid', 'body_broken')
  if (error instanceof SyntaxError && statusCode === 400) return new Refusal('invalid', 'body_broken')
  return error
}
