import type { PaperKind } from '../../papers/kinds.contract.ts'
import { DPO_2021 } from './dpo-2021.ts'
import type { Template } from './template.ts'

/** Of each kind the earliest first. */
const TEMPLATES: readonly Template[] = [DPO_2021]

/** Kinds of documents the register is told of. */
export const TOLD_KINDS: readonly PaperKind[] = [...new Set(TEMPLATES.flatMap(({ kinds }) => kinds))]

/** By which documents of the kind given on the day are told of: the latest of then, or the first there is. */
export function templateFor(kind: PaperKind, issuedOn: string): Template {
  const those = TEMPLATES.filter(({ kinds }) => kinds.includes(kind))
  const found = those.findLast(({ since }) => since <= issuedOn) ?? those[0]
  if (found === undefined) throw new Error(`the federal register is not told of ${kind}`)
  return found
}

export function getTemplate(code: string): Template {
  const found = TEMPLATES.find((template) => template.code === code)
  if (found === undefined) throw new Error(`no such template: ${code}`)
  return found
}
