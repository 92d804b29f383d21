import { accessMatrix } from '../../../access-matrix.ts'
import { type Reach, reachOf } from '../../../platform/access/access.ts'
import { type QueryContext, query, type Route } from '../../../platform/http/route.ts'
import type { Module } from '../../../platform/module.ts'
import type { Task as Known, TaskSource } from '../../../platform/tasks.ts'
import { sayTold } from '../say.ts'
import { listTasks, type Task } from './tasks.contract.ts'

type Source = { readonly module: string; readonly source: TaskSource }

const NOTHING: Reach = { district: false, organisations: [], people: [] }

export function taskRoutes(modules: readonly Module[]): readonly Route[] {
  const sources = modules.flatMap(({ name, tasks = [] }) => tasks.map((source) => ({ module: name, source })))
  return [
    query(listTasks, {
      may: 'signed-in',
      run: async (context) => {
        const found = await Promise.all(sources.map((source) => ask(source, context)))
        return { items: found.flat().sort(byUrgency) }
      },
    }),
  ]
}

/** Of a source for whose permission the asker has no role nothing is asked. */
async function ask({ module, source }: Source, context: QueryContext): Promise<Task[]> {
  const { tenant, actor } = context
  const reach = source.may === 'signed-in' ? NOTHING : reachOf(accessMatrix, actor, source.may)
  if (tenant === null || actor.account === null || reach === undefined) return []
  const known = await source.find({ ...context, tenant, account: actor.account, reach })
  return known.map((task) => tell(module, task, context))
}

function tell(module: string, task: Known, { services, language, today }: QueryContext): Task {
  const { code, count, says, dueOn = null, link = null } = task
  return {
    code: `${module}.${code}`,
    count,
    text: sayTold(services.translator, language, `${module}:tasks.${code}`, { ...says, count }),
    dueOn,
    overdue: dueOn !== null && dueOn < today,
    link,
  }
}

/** What has a day comes first, the earliest before the later; the rest as the modules have it. */
const byUrgency = (one: Task, other: Task): number =>
  Number(other.dueOn !== null) - Number(one.dueOn !== null) || (one.dueOn ?? '').localeCompare(other.dueOn ?? '')
