import type { Reach } from '../../../platform/access/access.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, type QueryContext, query, type Route } from '../../../platform/http/route.ts'
import { undoDecision } from '../comparison/gone.service.ts'
import { scopeOfOrganisation } from '../organisations/organisations.scope.ts'
import { managedBy, personCan, scopeOfPerson } from '../people/people.scope.ts'
import * as contract from './history.contract.ts'
import * as repo from './history.repo.ts'
import { undoRevision } from './history.service.ts'
import { tellRevisions } from './history.telling.ts'

type Page = { readonly page: number; readonly size: number }

/** Of whose employments the reach tells: of all, or of these organisations'. */
const employersWithin = ({ district, organisations, people }: Reach, person: number): readonly number[] | null =>
  district || people.includes(person) ? null : organisations

export const historyRoutes: readonly Route[] = [
  query(contract.listPersonRevisions, {
    may: 'person.read',
    over: scopeOfPerson,
    run: async (context, { params, query }) => {
      const scope = await scopeOfPerson({ db: context.db }, { params })
      if (scope === undefined) throw new Refusal('not_found', 'not_found')
      const isManaged = personCan(context.actor, scope === 'district' ? [] : (scope.organisations ?? [])).includes(
        'change',
      )
      const manages = managedBy(context.actor)
      const mayRun = context.mayAlso('load.run')
      const mayUndo = ({ kind, organisation, decision }: repo.StoredRevision): boolean =>
        decision !== null ? mayRun : kind === 'person' ? isManaged : manages(organisation?.id ?? 0)
      const employers = employersWithin(context.reach, params.id)
      return await list(context, query, { person: params.id }, employers, mayUndo)
    },
  }),
  command(contract.undoPersonRevision, {
    may: 'person.manage',
    over: scopeOfPerson,
    run: async (context, { params }) => {
      const found = await getRevision(context, params.revision)
      const isTheirs = found.personId === params.id && found.kind !== 'organisation'
      const isManaged = found.kind === 'person' || managedBy(context.actor)(found.organisation?.id ?? 0)
      const isOfLoads = found.decision === null || context.mayAlso('load.run')
      if (!isTheirs || !isManaged || !isOfLoads) throw new Refusal('not_found', 'not_found')
      await undo(context, found)
    },
  }),
  query(contract.listOrganisationRevisions, {
    may: 'organisation.read',
    over: scopeOfOrganisation,
    run: async (context, { params, query }) => {
      const scope = await scopeOfOrganisation({ db: context.db }, { params })
      if (scope === undefined) throw new Refusal('not_found', 'not_found')
      const mayUndo = context.mayAlso('organisation.manage')
      return await list(context, query, { organisation: params.id }, null, () => mayUndo)
    },
  }),
  command(contract.undoOrganisationRevision, {
    may: 'organisation.manage',
    over: scopeOfOrganisation,
    run: async (context, { params }) => {
      const found = await getRevision(context, params.revision)
      if (found.kind !== 'organisation' || found.objectId !== params.id) throw new Refusal('not_found', 'not_found')
      await undo(context, found)
    },
  }),
]

async function list(
  { db, services, language }: QueryContext,
  page: Page,
  which: { person: number } | { organisation: number },
  employers: readonly number[] | null,
  mayUndo: (revision: repo.StoredRevision) => boolean,
) {
  const { items, total } = await repo.findRevisions(db, which, { employers, ...pageOf(page), withLoads: true })
  return { items: await tellRevisions(db, items, { translator: services.translator, language, mayUndo }), total }
}

async function getRevision({ tx }: CommandContext, id: number): Promise<repo.StoredRevision> {
  const { items } = await repo.findRevisions(tx, { id }, { employers: null, limit: 1, offset: 0 })
  const [found] = items
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

async function undo({ tx, actor, note }: CommandContext, revision: repo.StoredRevision): Promise<void> {
  // Who moved has ended here and begun there: one goes with the other.
  if (revision.decision !== null) {
    if (revision.decision.isUndone || revision.undoes !== null) throw new Refusal('conflict', 'undone_already')
    await undoDecision(tx, revision.decision.id, actor.account)
  } else await undoRevision(tx, revision, actor.account)
  note({ kind: revision.kind, id: revision.objectId, details: { undoes: revision.id } })
}
