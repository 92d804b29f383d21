import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import type { MyConsent } from './consents.contract.ts'
import * as repo from './consents.repo.ts'
import type { ConsentKind } from './kinds.contract.ts'

type Given = { readonly person: number; readonly textId: number; readonly signedOn: string | null }

/** Faults: 409 for a text that is no longer in force, and for a consent that holds already. */
export async function give(context: CommandContext, { person, textId, signedOn }: Given): Promise<MyConsent> {
  const { tx, actor, note, today } = context
  if (signedOn !== null && signedOn > today) throw invalidField('signedOn', 'in_future')
  await repo.holdPerson(tx, person)
  const text = await repo.findText(tx, { id: textId })
  if (text === undefined) throw invalidField('textId', 'no_such_text')
  const inForce = await repo.findText(tx, { kind: text.kind })
  // Paper may be older than the text on the page.
  if (signedOn === null && inForce?.id !== textId) throw new Refusal('conflict', 'consent_text_old')
  const before = await own(context, person, text.kind)
  if (before.given?.version === text.version) throw new Refusal('conflict', 'consent_given')
  // One who agrees to another wording has agreed to that one.
  await repo.endConsents(tx, { person, kind: text.kind, account: actor.account })
  await repo.insertConsent(tx, { person, text: textId, account: actor.account, signedOn })
  note({
    kind: 'person',
    id: person,
    details: { consent: text.kind, version: text.version, onPaper: signedOn !== null },
  })
  return await own(context, person, text.kind)
}

/** Faults: 409 where there is nothing to withdraw. */
export async function withdraw(context: CommandContext, person: number, kind: ConsentKind): Promise<MyConsent> {
  const { tx, actor, note } = context
  await repo.holdPerson(tx, person)
  if ((await repo.endConsents(tx, { person, kind, account: actor.account })) === 0) {
    throw new Refusal('conflict', 'no_consent')
  }
  note({ kind: 'person', id: person, details: { consent: kind } })
  return await own(context, person, kind)
}

async function own({ tx }: CommandContext, person: number, kind: ConsentKind): Promise<MyConsent> {
  const found = (await repo.findConsentsOf(tx, person)).find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no such kind of consent: ${kind}`)
  return found
}
