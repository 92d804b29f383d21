import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { forgetNotifications } from '../../../platform/notifications.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import { deleteErased, findDistrictKey, findRules } from '../../registry/index.ts'
import { findRequest, type StoredRequest } from '../requests/requests.repo.ts'
import { getOpen, step } from '../requests/requests.service.ts'
import * as contract from './erasure.contract.ts'
import { type Condemned, condemn, erase, foretell, hindrancesOf } from './erasure.ts'
import { HINDRANCES } from './erasure.words.ts'
import { tellFates } from './fates.ts'

const scopeOfErasure = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }) =>
  (await findRequest(db, params.id))?.kind === 'erasure' ? ('district' as const) : undefined

export const erasureRoutes = (data: readonly PersonalData[]): readonly Route[] => [
  query(contract.previewErasure, {
    may: 'person.erase',
    over: scopeOfErasure,
    run: async ({ db, tenant, services, language, today, actor }, { params }) => {
      const request = await findRequest(db, params.id)
      if (request === undefined || request.personId === null) throw new Refusal('conflict', 'request_answered')
      const keyring = await findDistrictKey(db, services.master, tenant ?? 0)
      const condemned = await condemn(db, request.personId, keyring)
      const hindrances = await hindrancesOf(db, condemned, today)
      const { erasureByTwo } = await findRules(db)
      const isSecond = request.erasureBy !== null && request.erasureBy !== actor.account
      const first = erasureByTwo && request.erasureBy === null ? (['ask'] as const) : []
      const last = !erasureByTwo || isSecond ? (['erase'] as const) : []
      return {
        ...{ request: request.id, version: request.version, byTwo: erasureByTwo },
        person: { id: request.personId, name: request.applicant },
        lines: tellFates(language, data, await foretell(db, data, condemned)),
        hindrances: hindrances.map((one) => HINDRANCES[one][language === 'ru' ? 0 : 1]),
        askedBy: request.erasureBy === null ? null : await nameOf(db, request.erasureBy),
        can: request.state === 'open' && hindrances.length === 0 ? [...first, ...last] : [],
      }
    },
  }),
  command(contract.eraseRequested, {
    may: 'person.erase',
    over: scopeOfErasure,
    run: async (context, { params, body: { surname } }) => {
      const { actor, tx } = context
      const request = await getOpen(context, params.id)
      await refuseOther(context, request, surname)
      const condemned = await condemnFor(context, request)
      const { erasureByTwo } = await findRules(tx)
      if (erasureByTwo && request.erasureBy === null) {
        await step(context, request, { erasure_by: actor.account })
        return { erased: false }
      }
      if (erasureByTwo && request.erasureBy === actor.account) throw new Refusal('conflict', 'second_person_needed')
      await eraseFor(context, data, request, condemned)
      return { erased: true }
    },
  }),
  command(contract.liftErasure, {
    may: 'request.manage',
    over: scopeOfErasure,
    run: async ({ tx, note }, { params }) => {
      if (!(await deleteErased(tx, params.id))) throw new Refusal('conflict', 'nothing_barred')
      note({ kind: 'personal_data_request', id: params.id })
      return { lifted: true }
    },
  }),
  query(contract.getErasure, {
    may: 'request.read',
    over: scopeOfErasure,
    run: async ({ db, language }, { params }) => {
      const request = await findRequest(db, params.id)
      if (request === undefined) throw new Refusal('not_found', 'not_found')
      return { lines: tellFates(language, data, request.erased?.fates ?? []) }
    },
  }),
]

/** The surname is typed again: what is erased cannot come back. */
async function refuseOther({ tx }: CommandContext, { personId }: StoredRequest, typed: string): Promise<void> {
  const card = await tx
    .selectFrom('registry.person')
    .select('surname')
    .where('id', '=', personId ?? 0)
    .forUpdate()
    .executeTakeFirst()
  if (card === undefined) throw new Refusal('not_found', 'not_found')
  if (card.surname.toLowerCase() !== typed.toLowerCase()) throw invalidField('surname', 'surname_differs')
}

async function condemnFor(context: CommandContext, { personId }: StoredRequest): Promise<Condemned> {
  const { tx, tenant, services, today } = context
  if (personId === null) throw new Refusal('conflict', 'request_answered')
  const keyring = await findDistrictKey(tx, services.master, tenant ?? 0)
  const condemned = await condemn(tx, personId, keyring)
  if ((await hindrancesOf(tx, condemned, today)).length > 0) throw new Refusal('conflict', 'erasure_hindered')
  return condemned
}

async function eraseFor(
  context: CommandContext,
  data: readonly PersonalData[],
  request: StoredRequest,
  condemned: Condemned,
): Promise<void> {
  const { tx, tenant, services, actor, note } = context
  const { id, personId } = request
  const keyring = await findDistrictKey(tx, services.master, tenant ?? 0)
  // The request is no more of anybody once the card goes; its own step comes first.
  await step(context, request, {
    ...{ state: 'done', answered_at: new Date(), answered_by: actor.account },
    answer: 'Ваши персональные данные удалены. Что осталось и на каком основании, сказано ниже.',
  })
  const { fates, filed } = await erase(tx, data, condemned, { keyring, request: id })
  for (const person of condemned.subject.people) await forgetNotifications(tx, `/people/${person}`)
  const erased = JSON.stringify({ fates, filed })
  await tx.updateTable('privacy.request').set({ erased }).where('id', '=', id).execute()
  const rows = fates.filter(({ does }) => does !== 'keep').reduce((sum, fate) => sum + fate.rows, 0)
  note({ kind: 'person', id: personId ?? 0, details: { request: id, rows, tables: fates.length } })
}

async function nameOf(db: ReadDb, account: number): Promise<string | null> {
  const row = await db.selectFrom('identity.account').select('name').where('id', '=', account).executeTakeFirst()
  return row?.name ?? null
}
