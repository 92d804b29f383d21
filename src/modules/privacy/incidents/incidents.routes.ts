import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { findDistrictRow, takeAway } from '../../registry/index.ts'
import { clockOf } from './clocks.ts'
import { printIncident } from './incident.paper.ts'
import * as contract from './incidents.contract.ts'
import * as repo from './incidents.repo.ts'

const may = 'incident.manage'

const scopeOfIncident = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }) =>
  (await repo.findIncident(db, params.id)) === undefined ? undefined : ('district' as const)

export const incidentRoutes: readonly Route[] = [
  query(contract.listIncidents, {
    may,
    run: async ({ db }) => {
      const found = await repo.findIncidents(db)
      return { items: found.map((one) => tell(one)), total: found.length }
    },
  }),
  query(contract.getIncident, {
    may,
    over: scopeOfIncident,
    run: async ({ db }, { params }) => tell(await get(db, params.id)),
  }),
  command(contract.enterIncident, {
    may,
    run: async ({ tx, actor, note }, { body }) => {
      refuseDays(body.happenedAt, body.knownAt)
      const { happenedAt, knownAt, ...facts } = body
      const id = await repo.insertIncident(tx, { ...facts, happened_at: happenedAt, known_at: knownAt }, actor.account)
      note({ kind: 'incident', id })
      return tell(await get(tx, id))
    },
  }),
  command(contract.changeIncident, {
    may,
    over: scopeOfIncident,
    run: async (context, { params, body }) => {
      const before = await getOpen(context, params.id)
      const { happenedAt = before.happenedAt.toISOString(), knownAt = before.knownAt.toISOString(), ...facts } = body
      refuseDays(happenedAt, knownAt)
      return await change(context, params.id, { ...facts, happened_at: happenedAt, known_at: knownAt })
    },
  }),
  command(contract.stepIncident, {
    may,
    over: scopeOfIncident,
    run: async (context, { params, body: { step } }) => {
      const told = tell(await getOpen(context, params.id))
      if (!told.can.includes(step)) throw new Refusal('conflict', 'incident_step')
      const now = new Date()
      const set = { notice: { notified_at: now }, findings: { findings_at: now }, close: { closed_at: now } }[step]
      return await change(context, params.id, set, { step })
    },
  }),
  command(contract.getIncidentDocument, {
    may,
    over: scopeOfIncident,
    run: async (context, { params, query: { format } }) => {
      const { tx } = context
      const incident = tell(await get(tx, params.id))
      const printed = await printIncident(incident, (await findDistrictRow(tx))?.name ?? '', format)
      await takeAway(context, {
        action: contract.getIncidentDocument.id,
        ...{ kind: 'incident', id: incident.id, details: { format }, rows: 1 },
      })
      return { fileName: `incident-${incident.id}.${format}`, ...printed }
    },
  }),
]

async function get(db: ReadDb, id: number): Promise<repo.StoredIncident> {
  const found = await repo.findIncident(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

async function getOpen({ tx }: CommandContext, id: number): Promise<repo.StoredIncident> {
  const found = await get(tx, id)
  if (found.closedAt !== null) throw new Refusal('conflict', 'incident_closed')
  return found
}

async function change(
  { tx, note, expectedVersion }: CommandContext,
  id: number,
  set: Parameters<typeof repo.updateIncident>[3],
  details?: Readonly<Record<string, string>>,
): Promise<contract.Incident> {
  note({ kind: 'incident', id, ...(details && { details }) })
  if (!(await repo.updateIncident(tx, id, expectedVersion, set))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  return tell(await get(tx, id))
}

/** Nothing is known before it happens, nor before now. */
function refuseDays(happenedAt: string, knownAt: string): void {
  if (Date.parse(knownAt) > Date.now()) throw invalidField('knownAt', 'in_future')
  if (Date.parse(happenedAt) > Date.parse(knownAt)) throw invalidField('happenedAt', 'known_before')
}

function tell({ notifiedAt, findingsAt, ...incident }: repo.StoredIncident, now = new Date()): contract.Incident {
  const { happenedAt, knownAt, closedAt } = incident
  const isOpen = closedAt === null
  return {
    ...incident,
    happenedAt: happenedAt.toISOString(),
    knownAt: knownAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    notice: clockOf(knownAt, 'notice', notifiedAt, now),
    findings: clockOf(knownAt, 'findings', findingsAt, now),
    can: [
      ...(isOpen ? (['change'] as const) : []),
      ...(isOpen && notifiedAt === null ? (['notice'] as const) : []),
      ...(isOpen && notifiedAt !== null && findingsAt === null ? (['findings'] as const) : []),
      ...(isOpen && notifiedAt !== null && findingsAt !== null ? (['close'] as const) : []),
    ],
  }
}
