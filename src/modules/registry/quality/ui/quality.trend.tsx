import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShare, sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listQualityDays, type QualityDay } from '../quality.contract.ts'
import { qualityWords } from './words.ts'

const WIDTH = 220
const HEIGHT = 36
const ROOM = 3

/** Whether the records became better: the share of people with something to mend, day by day. */
export function QualityTrend({ organisation }: { readonly organisation?: number }): ReactNode {
  const words = useWords(qualityWords)
  const { language } = useLanguage()
  const days = useQuery({
    queryKey: ['quality-days', organisation],
    queryFn: () => call(listQualityDays, { query: organisation === undefined ? {} : { organisation } }),
  })
  const known = days.data?.items.filter(({ people }) => people > 0) ?? []
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return null
  const say = ({ doubtful, people }: QualityDay): string => sayShare(doubtful, people, language)
  return (
    <Group gap="md" align="center">
      {first === last ? null : <Line days={known} />}
      <Text>
        {first === last
          ? words.shareNow(say(last))
          : words.shareMoved(say(last), say(first), sayShortDay(first.on, language))}
      </Text>
    </Group>
  )
}

/** The sentence beside it says what it shows. */
function Line({ days }: { readonly days: readonly QualityDay[] }): ReactNode {
  const time = (day: string): number => Date.parse(day)
  const [begin, end] = [time(days[0]?.on ?? ''), time(days.at(-1)?.on ?? '')]
  const shares = days.map(({ doubtful, people }) => doubtful / people)
  const most = Math.max(...shares, 0.01)
  const spots = days.map(({ on }, at) => {
    const x = ROOM + ((time(on) - begin) / (end - begin)) * (WIDTH - 2 * ROOM)
    const y = HEIGHT - ROOM - ((shares[at] ?? 0) / most) * (HEIGHT - 2 * ROOM)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  const [x, y] = (spots.at(-1) ?? '').split(',')
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline points={spots.join(' ')} fill="none" stroke="var(--mantine-primary-color-filled)" strokeWidth={2} />
      <circle cx={x} cy={y} r={ROOM} fill="var(--mantine-primary-color-filled)" />
    </svg>
  )
}
