import { covers } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { type Vocabulary, within } from '../../population/index.ts'
import { findGate, type Gate } from './admission.repo.ts'
import * as admission from './admission.service.ts'
import { findCandidates } from './candidates.repo.ts'
import * as contract from './enrolment.contract.ts'
import { printOrder } from './enrolment.printing.ts'
import * as repo from './enrolment.repo.ts'
import * as service from './enrolment.service.ts'

/** Of the organisation that counts them among its own. */
const scopeOfEnrolment = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }) => {
  const [found] = await repo.findPlaces(db, [params.id])
  if (found === undefined) return undefined
  return found.organisation === null ? ('district' as const) : { organisations: [found.organisation] }
}

/** What is only planned is there for who may change it. Faults: 404. */
async function getSeen(db: ReadDb, event: number, { reachAlso }: Pick<RequestContext, 'reachAlso'>): Promise<Gate> {
  const gate = await admission.getGate(db, event)
  if (gate.state === 'draft' && !manages(reachAlso, gate)) throw new Refusal('not_found', 'not_found')
  return gate
}

function manages(reachAlso: RequestContext['reachAlso'], { organiser }: Gate): boolean {
  const reach = reachAlso('event.manage')
  return reach !== undefined && covers(reach, { organisations: [organiser] })
}

export const enrolmentRoutes = (vocabulary: Vocabulary): readonly Route[] => {
  const tell = (
    context: CommandContext,
    found: Parameters<typeof service.tellStanding>[2],
  ): Promise<contract.Standing> => service.tellStanding(context.tx, vocabulary, found, context)

  return [
    query(contract.getMyEnrolment, {
      may: 'enrolment.own',
      run: async (context, { params }) => {
        const gate = await admission.getGate(context.db, params.id)
        const stand = await repo.findStand(context.db, gate.event, service.ownPerson(context.reach))
        return await service.tellStanding(context.db, vocabulary, { gate, stand }, context)
      },
    }),
    command(contract.enrol, {
      may: 'enrolment.own',
      prepare: async ({ services, tenant, today, reach }, { params }) => {
        const db = services.database.reader(tenant)
        const person = service.ownPerson(reach)
        const { clashes, ...gate } = await admission.getGateFor(db, params.id, person)
        return { clashes, isAdmitted: await service.isAdmitted(db, vocabulary, gate, { tenant, today, person }) }
      },
      run: async (context, { params }, looked) => tell(context, await service.enrolSelf(context, params.id, looked)),
    }),
    command(contract.acceptOffer, {
      may: 'enrolment.own',
      run: async (context, { params }) => tell(context, await service.accept(context, params.id)),
    }),
    command(contract.leaveEvent, {
      may: 'enrolment.own',
      run: async (context, { params }) => tell(context, await service.leave(context, params.id)),
    }),
    query(contract.listMyEnrolments, {
      may: 'enrolment.own',
      run: ({ db, reach, today }, { query: asked }) => repo.findOwnAhead(db, reach.people, today, asked),
    }),
    query(contract.listEnrolments, {
      may: 'enrolment.read',
      run: async (context, { params, query: asked }) => {
        const { db, reach, mayAlso, reachAlso } = context
        const gate = await getSeen(db, params.id, context)
        const found = await repo.findEnrolments(db, gate.event, reach, asked)
        const sends = reachAlso('enrolment.nominate')
        const senders = sends === undefined ? [] : await repo.findSenders(db, gate.event, sends)
        const can: ('nominate' | 'admit' | 'approve')[] = []
        if (gate.state === 'announced' && mayAlso('enrolment.nominate')) can.push('nominate')
        if (manages(reachAlso, gate)) can.push('admit')
        if (mayAlso('enrolment.approve')) can.push('approve')
        const items = found.items.map((one) => service.tellEnrolment(one, context))
        return {
          items,
          total: found.total,
          seats: gate.seats,
          ...(await repo.countSeats(db, gate.event)),
          senders,
          can,
        }
      },
    }),
    query(contract.listQueue, {
      may: 'event.read',
      run: async (context, { params, query: asked }) => {
        const { db, reachAlso } = context
        const gate = await getSeen(db, params.id, context)
        return await repo.findQueue(db, gate.event, reachAlso('enrolment.own')?.people ?? [], asked)
      },
    }),
    query(contract.listCandidates, {
      may: 'enrolment.nominate',
      heavy: true,
      run: async (context, { params, query: asked }) => {
        const { db, tenant, today, reach, language } = context
        const gate = await getSeen(db, params.id, context)
        const admitted = await admission.findAdmitted(db, vocabulary, gate, { tenant, today, within: within(reach) })
        const found = await findCandidates(db, { event: gate.event, today, admitted }, asked)
        return { ...found, rule: admission.sayRule(vocabulary, gate, language), quota: gate.quota }
      },
    }),
    command(contract.nominate, {
      may: 'enrolment.nominate',
      prepare: async ({ services, tenant, today, reach }, { params, body: { people } }) => {
        const db = services.database.reader(tenant)
        const gate = await findGate(db, params.id)
        if (gate === undefined) throw new Refusal('not_found', 'not_found')
        const asked = { tenant, today, people, within: within(reach) }
        return new Set(await admission.findAdmitted(db, vocabulary, gate, asked))
      },
      run: (context, { params, body }, admitted) =>
        service.nominate(context, params.id, { ...body, people: [...new Set(body.people)] }, admitted),
    }),
    command(contract.withdrawNominee, {
      may: 'enrolment.nominate',
      over: scopeOfEnrolment,
      run: async (context, { params, body }) => {
        await service.withdraw(context, params.id, body.reason)
        const found = await repo.findEnrolment(context.tx, params.id)
        if (found === undefined) throw new Refusal('not_found', 'not_found')
        return service.tellEnrolment(found, context)
      },
    }),
    query(contract.listApprovals, {
      may: 'enrolment.approve',
      run: async (context, { query: asked }) => {
        const found = await repo.findAsked(context.db, context.reach, context.today, asked)
        return { ...found, items: found.items.map((one) => service.tellEnrolment(one, context)) }
      },
    }),
    command(contract.decideEnrolments, {
      may: 'enrolment.approve',
      run: (context, { body }) => service.decide(context, body),
    }),
    command(contract.getEnrolmentDocument, {
      may: 'enrolment.nominate',
      over: async (_, { query: { organisationId } }) => ({ organisations: [organisationId] }),
      run: (context, { params, query: { organisationId } }) => printOrder(context, params.id, organisationId),
    }),
  ]
}
