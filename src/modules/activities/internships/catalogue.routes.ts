import { covers, type Reach, type Scope } from '../../../platform/access/access.ts'
import { type ReadDb, sqlState } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import * as contract from './catalogue.contract.ts'
import * as repo from './catalogue.repo.ts'

const UNIQUE = '23505'

type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

const scopeOfModel = async ({ db }: Asked, { params }: Named): Promise<Scope | undefined> =>
  (await repo.findModel(db, params.id)) && 'district'

/** One from elsewhere is of the district. */
async function scopeOfHost({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const host = await repo.findHostPlace(db, params.id)
  return host && scopeOf(host)
}

const scopeOf = ({ organisationId }: Pick<repo.StoredHost, 'organisationId'>): Scope =>
  organisationId === null ? 'district' : { organisations: [organisationId] }

export const catalogueRoutes: readonly Route[] = [
  query(contract.listInternshipModels, {
    may: 'internship.catalogue',
    run: async ({ db, mayAlso }, { query: asked }) => ({
      ...(await repo.findModels(db, asked)),
      can: mayAlso('internship.model') ? ['add' as const] : [],
    }),
  }),
  command(contract.addInternshipModel, {
    may: 'internship.model',
    run: async ({ tx, note }, { body }) => {
      const id = await once(
        () => repo.insertModel(tx, body),
        () => invalidField('title', 'internship_model_taken'),
      )
      note({ kind: 'internship_model', id })
      return await getModel(tx, id)
    },
  }),
  command(contract.changeInternshipModel, {
    may: 'internship.model',
    over: scopeOfModel,
    run: async ({ tx, note, expectedVersion }, { params: { id }, body }) => {
      note({ kind: 'internship_model', id, details: { fields: Object.keys(body) } })
      const isDone = await once(
        () => repo.updateModel(tx, id, expectedVersion, body),
        () => invalidField('title', 'internship_model_taken'),
      )
      if (!isDone) throw new Refusal('version_conflict', 'version_conflict')
      return await getModel(tx, id)
    },
  }),
  query(contract.listInternshipHosts, {
    may: 'internship.catalogue',
    run: async (context, { query: asked }) => {
      const { items, total } = await repo.findHosts(context.db, asked, context.today)
      const offered = context.reachAlso('internship.host')
      return {
        items: items.map((host) => tell(host, offered)),
        total,
        can: offered === undefined ? [] : ['add' as const],
      }
    },
  }),
  command(contract.addInternshipHost, {
    may: 'internship.host',
    run: async (context, { body }) => {
      const { tx, reach, note } = context
      if (body.organisationId !== null) await refuseOrganisation(tx, body.organisationId)
      if (!covers(reach, scopeOf(body))) {
        throw invalidField(body.organisationId === null ? 'outside' : 'organisationId', 'outside_reach')
      }
      const id = await once(
        () => repo.insertHost(tx, body),
        () => invalidField(body.organisationId === null ? 'outside' : 'organisationId', 'internship_host_taken'),
      )
      note({ kind: 'internship_host', id })
      return await getHost(context, tx, id)
    },
  }),
  command(contract.changeInternshipHost, {
    may: 'internship.host',
    over: scopeOfHost,
    run: async (context, { params: { id }, body }) => {
      const { tx, note, expectedVersion } = context
      note({ kind: 'internship_host', id, details: { fields: Object.keys(body) } })
      if (!(await repo.updateHost(tx, id, expectedVersion, body))) {
        throw new Refusal('version_conflict', 'version_conflict')
      }
      return await getHost(context, tx, id)
    },
  }),
]

async function getModel(db: ReadDb, id: number): Promise<contract.InternshipModel> {
  const found = await repo.findModel(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

async function getHost(context: RequestContext, db: ReadDb, id: number): Promise<contract.InternshipHost> {
  const found = await repo.findHost(db, id, context.today)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return tell(found, context.reachAlso('internship.host'))
}

const tell = (host: repo.StoredHost, offered: Reach | undefined): contract.InternshipHost => ({
  ...host,
  can: offered !== undefined && covers(offered, scopeOf(host)) ? ['change'] : [],
})

async function refuseOrganisation(db: ReadDb, id: number): Promise<void> {
  const found = await db.selectFrom('registry.organisation').select('id').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw invalidField('organisationId', 'reference_unknown')
}

/** What stands there once only. */
async function once<T>(write: () => Promise<T>, refusal: () => Refusal): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw refusal()
    throw error
  }
}
