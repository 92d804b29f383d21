import { serveCommand } from './commands/serve.ts'
import type { Command } from './platform/command-line.ts'

/** Everything `./rost` can do. */
export const commands: readonly Command[] = [serveCommand]
