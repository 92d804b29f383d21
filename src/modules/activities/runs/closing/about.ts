import { invalidField } from '../../../../platform/errors.ts'
import type { About, PaperKind } from '../../../documents/papers/kinds.contract.ts'
import type { Documents } from './closing.contract.ts'

type Completed = {
  readonly title: string
  readonly hours: number
  readonly startsOn: string
  readonly endsOn: string
}

/** What the paper says of what somebody completed. Faults: 422 for a diploma that does not say what it gives. */
export function aboutOf(
  kind: PaperKind,
  { title, hours, startsOn, endsOn }: Completed,
  { gives, given }: Pick<Documents, 'gives' | 'given'>,
): About {
  const same = { title, hours, startsOn, endsOn }
  if (kind === 'upskilling') return { kind, ...same }
  if (kind !== 'retraining') return { kind: 'participation', ...same, part: 'listener' }
  if (given === null) throw invalidField('documents.given', 'diploma_given_missing')
  return { kind, ...same, gives, given }
}

/** Papers hold no more than a title of an event does. */
const LONGEST_TITLE = 300

/** What a paper calls some modules of a programme; where that is too long, `otherwise`. */
export function titleOfPart(
  modules: readonly { readonly title: string }[],
  programme: string,
  otherwise: string,
): string {
  const said = `${modules.map(({ title }) => `«${title}»`).join(', ')} (${programme})`
  return said.length <= LONGEST_TITLE ? said : otherwise
}
