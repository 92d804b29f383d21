import { modules } from '../src/modules.ts'
import { describeApi } from '../src/platform/http/openapi.ts'
import { VERSION } from '../src/version.ts'

/** The OpenAPI description as the server answers it, for readers of the repository. */
export function printOpenApi(): string {
  const routes = modules.flatMap((module) => module.routes)
  return `${JSON.stringify(describeApi(routes, { title: 'Rost', version: VERSION }), null, 2)}\n`
}
