/**
 * A program, started by a process that ends without having stopped the server it started: `reap.ts <cluster> <pid>`.
 * At that moment nothing can be awaited any more, so the question whether others use the server is asked from here.
 */
import { clusterPaths } from './folders.ts'
import { readSecrets } from './secrets.ts'
import { stopServer } from './stop.ts'

const [cluster = '', pid = ''] = process.argv.slice(2)
const folders = clusterPaths(cluster)
await stopServer({ folders, secrets: readSecrets(folders.secrets), pid: Number(pid) })
