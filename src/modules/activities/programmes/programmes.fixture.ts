import { type Person as Actor, unique } from '../../../../test/harness/actors.ts'

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

/** A command over HTTP that has to succeed; answers with the programme. */
export async function did(actor: Actor, path: string, payload: object, version?: number) {
  const reply = await actor.ask('POST', `/api/${path}`, { payload, ...(version !== undefined && match(version)) })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}

/** What a programme of 18 hours needs before it is reviewed. */
export const whole = (organisationId: number) => ({
  ...{ title: unique('Читательская грамотность'), kind: 'upskilling', form: 'blended', hours: 18 },
  ...{ reason: 'Низкие баллы', about: 'Как учить читать' },
  modules: [
    { title: 'Тексты', hours: 12, form: 'in_person' },
    { title: 'Задания', hours: 6, form: 'self' },
  ],
  providers: [{ organisationId }, { outside: 'Институт развития' }],
})

/** One in the register, recommended by the reviewer. */
export async function registered(
  methodist: Actor,
  { organisation, reviewer, said = {}, until = null }: RegisteredOptions,
) {
  const { id } = await did(methodist, 'programmes', { ...whole(organisation), ...said })
  const sent = await did(methodist, `programmes/${id}/review`, { reviewers: [reviewer], dueOn: '2199-01-01' }, 1)
  const review = `programme-reviews/${sent.reviews[0].id}/verdict`
  const { version } = await did(methodist, review, { verdict: 'recommended' }, 1)
  await did(methodist, `programmes/${id}/approval`, { orderNumber: '12-о', orderOn: '2026-01-12' }, version)
  const entry = { number: unique('ДПП'), registeredOn: '2026-01-13', validUntil: until }
  return await did(methodist, `programmes/${id}/registration`, entry, version + 1)
}

type RegisteredOptions = {
  readonly organisation: number
  readonly reviewer: number
  readonly said?: object
  readonly until?: string | null
}
