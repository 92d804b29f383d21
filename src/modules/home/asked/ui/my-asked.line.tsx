import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { getMyAsked } from '../asked.contract.ts'
import { askedWords } from './words.ts'

/** On one's own page: how much of one's time was asked for. Nothing where none was. */
export function MyAsked(): ReactNode {
  const words = useWords(askedWords)
  const may = useMay('enrolment.own')
  const asked = useQuery({ queryKey: ['my-asked'], queryFn: () => call(getMyAsked, {}), enabled: may })
  const { minutes = 0 } = asked.data ?? {}
  if (minutes === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {words.mine(words.ofMinutes(minutes))}
    </Text>
  )
}
