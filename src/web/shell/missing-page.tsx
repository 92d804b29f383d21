import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../kit/links.tsx'
import { Page } from '../kit/page.tsx'
import { useWords } from '../language.tsx'
import { shellWords } from './words.ts'

export function MissingPage(): ReactNode {
  const words = useWords(shellWords)
  return (
    <Page title={words.notFound}>
      <Text>{words.notFoundDetail}</Text>
      <TextLink to="/">{words.home}</TextLink>
    </Page>
  )
}
