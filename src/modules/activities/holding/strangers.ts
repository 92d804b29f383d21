import type { CommandContext } from '../../../platform/http/route.ts'
import { refuseUnseenPeople } from '../events/people.seen.ts'
import { findOffRoll } from './holding.repo.ts'

/** Who stands on the roll of the event may be marked; of the others, whom the asker may see. Faults: 422. */
export async function refuseStrangers(
  context: CommandContext,
  event: number,
  people: readonly number[],
  path: string,
): Promise<void> {
  await refuseUnseenPeople(context, await findOffRoll(context.tx, event, people), path)
}
