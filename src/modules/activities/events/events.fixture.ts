import { type Person as Actor, unique } from '../../../../test/harness/actors.ts'

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

/** An event planned over HTTP; whatever is not said is that of a seminar online on 10 April 2199. */
export async function planned(actor: Actor, organiserId: number, said: object = {}) {
  const forms = (await actor.ask('GET', '/api/event-forms')).json().items
  const payload = {
    ...{ title: unique('Семинар'), formId: forms[0].id, level: 'organisation' },
    ...{ organiserId, heldOn: '2199-04-10', format: 'online', ...said },
  }
  const reply = await actor.ask('POST', '/api/events', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}

/** The same with a meeting on its first day, announced. */
export async function announced(actor: Actor, organiserId: number, said: object = {}) {
  const meetings = [{ day: '2199-04-10', from: '15:00', until: '16:30' }]
  const { id, version } = await planned(actor, organiserId, { meetings, ...said })
  const reply = await actor.ask('POST', `/api/events/${id}/announcement`, match(version))
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}
