import type { Ask, Asked, Expectation } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'
import { employee, name } from './things.ts'

/** What may be noted of the place's organisation: a seminar at which one of its people was. */
async function noted(world: World, place: Place): Promise<object> {
  const { district, organisation } = at(world, place)
  const forms = await district.methodist.ask('GET', '/api/event-forms')
  return {
    ...{ title: place === 'abroad' ? ABROAD : name(), formId: forms.json().items[0].id, organiserId: organisation.id },
    ...{ heldOn: '2026-03-10', hours: 2, about: 'Разбирали уроки', evidence: 'https://school.example/1' },
    people: [(await employee(world, place)).person],
  }
}

async function recorded(world: World, place: Place, ask = false): Promise<{ id: number; version: number }> {
  const payload = { ...(await noted(world, place)), ask }
  const reply = await at(world, place).district.methodist.ask('POST', '/api/in-house-events', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}

const read = ({ id, version }: { readonly id: number; readonly version: number }) => ({ events: [{ id, version }] })

/** The version it has by now. */
const rule: Ask = async ({ house, here }) => {
  const row = await house.services.database
    .reader(here.tenant)
    .selectFrom('activities.in_house_rule')
    .select('version')
    .executeTakeFirst()
  const payload = { required: false, evidence: true, withinDays: null, yearDays: null }
  return { payload, version: row?.version ?? 1 }
}

export const inHouse: Readonly<Record<string, Expectation>> = {
  listInHouse: { may: 'in_house.read', belongs: 'nothing' },
  exportInHouse: { may: 'in_house.read', belongs: 'nothing' },
  getInHouse: {
    may: 'in_house.read',
    belongs: 'organisation',
    asks: async (w, p): Promise<Asked> => ({ params: { id: (await recorded(w, p)).id } }),
  },
  recordInHouse: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ payload: await noted(w, p) }),
  },
  correctInHouse: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id } = await recorded(w, p)
      const { organiserId: _, evidence: __, ...payload } = (await noted(w, p)) as Record<string, unknown>
      return { params: { id }, payload: { ...payload, topicId: null }, version: 1 }
    },
  },
  askForInHouse: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ payload: { ...read(await recorded(w, p)), step: 'ask' } }),
  },
  decideInHouse: {
    may: 'in_house.attest',
    belongs: 'organisation',
    asks: async (w, p) => ({ payload: { ...read(await recorded(w, p, true)), step: 'attest' } }),
  },
  getInHouseRule: { may: 'in_house.read', belongs: 'nothing' },
  changeInHouseRule: { may: 'in_house.attest', belongs: 'district', asks: rule },
}
