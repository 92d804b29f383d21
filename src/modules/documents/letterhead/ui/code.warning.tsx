import { Alert, Code } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { getLetterhead } from '../letterhead.contract.ts'
import { settingsWords } from './words.ts'

/** A server that does not know its address prints codes which lead nowhere: said before papers are given, for they stay. */
export function CodeWarning(): ReactNode {
  const words = useWords(settingsWords)
  const letterhead = useQuery({ queryKey: ['letterhead'], queryFn: () => call(getLetterhead, {}) })
  if (letterhead.data?.isSiteKnown !== false) return null
  return (
    <Alert color="yellow" className="rost-wide" title={words.codeNowhere}>
      {words.codeNowhereDetail} <Code>ROST_URL=https://rost.example.org</Code>
    </Alert>
  )
}
