import type { ReactNode } from 'react'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { indicatorWords } from './words.ts'

/** Nothing can be counted yet: what that means and what to do. */
export function EmptyDistrict(): ReactNode {
  const words = useWords(indicatorWords)
  return (
    <EmptyNote title={words.empty}>
      {words.emptyDetail}
      <ButtonLink to="/loads" size="xs" mt="sm" display="block" w="max-content">
        {words.load}
      </ButtonLink>
    </EmptyNote>
  )
}
