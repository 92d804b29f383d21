import { addPerson, employ, unique } from '../../harness/actors.ts'
import type { Asked } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'

export const name = (): string => unique('x')

export async function organisation(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const { district, organisation: where } = at(world, place)
  const { version } = await world.house.services.database
    .reader(district.tenant)
    .selectFrom('registry.organisation')
    .select('version')
    .where('id', '=', where.id)
    .executeTakeFirstOrThrow()
  return { params: { id: where.id }, version }
}

/** Somebody employed at the organisation of the place, who is none of the actors. */
export async function employee(world: World, place: Place): Promise<{ person: number; employment: number }> {
  const { district, organisation: where } = at(world, place)
  const person = await addPerson(world.house, district.tenant, place === 'abroad' ? ABROAD : name())
  return { person, employment: await employ(world.house, district.tenant, { person, organisation: where.id }) }
}

export async function position({ house, ...world }: World, place: Place, key: string | null = null): Promise<number> {
  const { tenant } = at({ house, ...world }, place).district
  if (key !== null) {
    const db = house.services.database.reader(tenant)
    return (await db.selectFrom('registry.position').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
  }
  return await house.services.database.write(tenant, async (tx) => {
    const values = { key: name(), name: place === 'abroad' ? ABROAD : name() }
    return (await tx.insertInto('registry.position').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
}

/** An organisation nothing refers to. */
export async function spareOrganisation(
  world: World,
  place: Place,
): Promise<{ params: { id: number }; version: number }> {
  const payload = { code: name(), name: name(), type: 'school' }
  const reply = await at(world, place).district.methodist.ask('POST', '/api/organisations', { payload })
  return { params: { id: reply.json().id }, version: 1 }
}

export function files(): Asked {
  const payload = new FormData()
  payload.append('file', new File(['Код'], 'organisations.xlsx'))
  return { payload }
}

/** A draft of the place's organisation with one meeting: it could be announced. */
export async function draftEvent(world: World, place: Place): Promise<{ id: number; payload: object }> {
  const { district, organisation: where } = at(world, place)
  const forms = await district.methodist.ask('GET', '/api/event-forms')
  const payload = {
    ...{ title: place === 'abroad' ? ABROAD : name(), formId: forms.json().items[0].id, level: 'organisation' },
    ...{ organiserId: where.id, heldOn: '2199-04-10', format: 'online' },
  }
  const reply = await district.methodist.ask('POST', '/api/events', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return { id: reply.json().id, payload }
}

export const MEETING = { day: '2199-04-10', from: '15:00', until: '16:30' }

export async function meeting(world: World, place: Place): Promise<{ id: number; meetingId: number }> {
  const { id } = await draftEvent(world, place)
  const reply = await at(world, place).district.methodist.ask('POST', `/api/events/${id}/meetings`, {
    payload: MEETING,
  })
  return { id, meetingId: reply.json().id }
}

export async function announcedEvent(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const { id } = await meeting(world, place)
  const reply = await at(world, place).district.methodist.ask('POST', `/api/events/${id}/announcement`, {
    headers: { 'if-match': '"1"' },
  })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return { params: { id }, version: 2 }
}

/** A series nothing belongs to yet. */
export async function series(world: World, place: Place): Promise<{ params: { id: number } }> {
  const label = name()
  const id = await world.house.services.database.write(at(world, place).district.tenant, async (tx) => {
    const values = { kind: 'event_series', key: label, label }
    return (await tx.insertInto('registry.classifier_value').values(values).returning('id').executeTakeFirstOrThrow())
      .id
  })
  return { params: { id } }
}

export const NOBODY = 1_000_000_000
