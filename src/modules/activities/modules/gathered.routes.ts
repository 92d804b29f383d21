import { command, query, type Route } from '../../../platform/http/route.ts'
import { scopeOfProgramme } from '../programmes/programmes.routes.ts'
import { paperFor } from '../runs/closing/closing.rules.ts'
import * as contract from './gathered.contract.ts'
import { findGathered } from './gathered.repo.ts'
import { getTaught, giveForModules } from './gathered.service.ts'

export const gatheredRoutes: readonly Route[] = [
  query(contract.listGathered, {
    may: 'document.manage',
    over: scopeOfProgramme,
    run: async ({ db }, { params: { id }, query: asked }) => {
      const { kind, hours } = await getTaught(db, id)
      return { ...(await findGathered(db, id, asked)), paper: paperFor(kind, hours) }
    },
  }),
  command(contract.giveForModules, {
    may: 'document.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) => giveForModules(context, id, body),
  }),
]
