import type { ReactNode } from 'react'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { PlanningHint } from '../hints.contract.ts'
import { plannerWords } from './words.ts'

/** What whoever plans would rather know now. */
export function HintList({ hints }: { readonly hints: readonly PlanningHint[] }): ReactNode {
  const words = useWords(plannerWords)
  if (hints.length === 0) return null
  return (
    <ul className="rost-plain-list" aria-label={words.hints}>
      {hints.map((hint) => (
        <li key={JSON.stringify(hint)}>
          <Mark state="warn">
            <Said hint={hint} />
          </Mark>
        </li>
      ))}
    </ul>
  )
}

function Said({ hint }: { readonly hint: PlanningHint }): ReactNode {
  const words = useWords(plannerWords)
  switch (hint.kind) {
    case 'day_off':
      return words.dayOff[hint.why]
    case 'seats':
      return words.seats(hint.has, hint.needs)
    case 'lessons':
      return words.lessons(hint.until)
    case 'second_shift':
      return words.secondShift(hint.schools, hint.until)
    default:
      return (
        <>
          {hint.kind === 'speaker' ? words.speaker(hint.name) : words[hint.kind]}{' '}
          {hint.title === null ? (
            words.hidden
          ) : (
            <TextLink underline="always" to="/events/$id" params={{ id: String(hint.eventId) }}>
              {hint.title}
            </TextLink>
          )}
        </>
      )
  }
}
