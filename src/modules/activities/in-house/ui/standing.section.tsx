import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { Event } from '../../events/events.contract.ts'
import { getInHouse, type InHouse } from '../in-house.contract.ts'
import { AttestingMark } from './state.mark.tsx'
import { InHouseSteps } from './steps.tsx'
import { inHouseWords } from './words.ts'

/** On the page of an in-house event that was held: what the centre says of it, and what may follow. */
export function StandingSection({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(inHouseWords)
  const reads = useMay('in_house.read')
  const isInHouse = event.state === 'held' && event.level === 'organisation' && event.programme === null
  const standing = useQuery({
    queryKey: ['in-house', 'one', event.id],
    queryFn: () => call(getInHouse, { params: { id: event.id } }),
    enabled: isInHouse && reads,
    retry: false,
  })
  if (!isInHouse) return null
  // Others than the organisation and the district read what came of it, and no more.
  if (standing.data === undefined && event.attesting === 'none') return null
  return (
    <Section title={words.standing} actions={<AttestingMark state={event.attesting} />}>
      {standing.data === undefined ? null : <Standing standing={standing.data} />}
    </Section>
  )
}

function Standing({ standing }: { readonly standing: InHouse }): ReactNode {
  const words = useWords(inHouseWords)
  const { language } = useLanguage()
  const { id, state, people, askedOf, askedOn, decidedOn, decidedBy, dueOn, word, lacks, can } = standing
  const isAsked = state !== 'none' && askedOn !== null
  const says = [
    ...(isAsked ? [words.askedOn(sayShortDay(askedOn, language))] : []),
    ...(decidedOn === null ? [] : [words.decidedOn(sayShortDay(decidedOn, language), decidedBy)]),
    ...(!isAsked && dueOn !== null && lacks.length === 0 ? [words.due(sayShortDay(dueOn, language))] : []),
  ]
  const one = {
    ...{ ask: () => words.askOne, withdraw: () => words.withdrawOne, attest: () => words.attestOne },
    ...{ return: () => words.sendBack, revoke: () => words.endIt },
  }
  return (
    <>
      {says.length === 0 ? null : <Text size="sm">{says.join('. ')}</Text>}
      {word === null ? null : <Text size="sm">{words.because(word)}</Text>}
      {isAsked && askedOf !== null && askedOf !== people ? (
        <Text size="sm">{words.listChanged(askedOf, people)}</Text>
      ) : null}
      {lacks.length === 0 ? null : (
        <>
          <Text size="sm">{words.lacksTitle}</Text>
          <ul className="rost-plain-list">
            {lacks.map((lack) => (
              <li key={lack}>{words.lacks[lack]}</li>
            ))}
          </ul>
        </>
      )}
      <Group gap="xs" mt="xs">
        <InHouseSteps events={[standing]} names={one} onDone={() => undefined} />
        {can.includes('correct') ? (
          <ButtonLink to="/in-house/$id/correction" params={{ id: String(id) }} variant="default">
            {words.correct}
          </ButtonLink>
        ) : null}
      </Group>
    </>
  )
}
