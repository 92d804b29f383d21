import { type Person as Actor, unique } from '../../../../test/harness/actors.ts'
import type { Services } from '../../../platform/services.ts'
import { enterLearning } from '../learning.repo.ts'

type House = { readonly services: Services }

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

/** A request that has to succeed. */
export async function asked(
  actor: Actor,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { payload, version }: { readonly payload?: object; readonly version?: number } = {},
) {
  const reply = await actor.ask(method, `/api/${path}`, {
    ...(payload && { payload }),
    ...(version !== undefined && match(version)),
  })
  if (reply.statusCode >= 300) throw new Error(`${path}: ${reply.body}`)
  return reply.body === '' ? undefined : reply.json()
}

type Learned = {
  readonly programme: string
  readonly endsOn: string
  readonly hours?: number
  readonly kind?: 'upskilling' | 'internship'
}

/** Learning somebody completed. */
export async function learned(
  { services }: House,
  tenant: number,
  person: number,
  { programme, endsOn, hours = 36, kind = 'upskilling' }: Learned,
): Promise<void> {
  const rest = { kind, form: 'distance', provider: 'Институт', hours, startsOn: endsOn, endsOn, number: null } as const
  await services.database.write(tenant, (tx) => enterLearning(tx, person, { programme, ...rest }))
}

export async function addTopic({ services }: House, tenant: number, label = unique('Тема')): Promise<number> {
  return await services.database.write(tenant, async (tx) => {
    const values = { kind: 'topic', key: label.toLowerCase(), label }
    return (await tx.insertInto('registry.classifier_value').values(values).returning('id').executeTakeFirstOrThrow())
      .id
  })
}

/** A course without a programme that costs nothing. */
export const course = (topicId: number, people: readonly number[], said: object = {}) => ({
  ...{ people, topicId, reason: 'expiry', month: 3, hours: 36, form: 'distance', funding: 'free' },
  ...said,
})
