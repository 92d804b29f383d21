import type { ReactNode } from 'react'
import { sayDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { FigureTable } from './figure-table.tsx'
import { useFigures } from './use-figures.ts'
import { indicatorWords } from './words.ts'

/** The figures of one organisation; who they are is asked on the page of the indicator. */
export function OrganisationFigures({ id }: { readonly id: number }): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const may = useMay('indicator.read')
  const figures = useFigures({ date: undefined, organisation: id }, may)
  if (!may) return null
  return (
    <Section
      title={
        figures.data === undefined ? words.title : `${words.title}, ${words.asOf(sayDay(figures.data.date, language))}`
      }
      actions={
        <TextLink to="/indicators" search={{ view: 'map' }} size="sm">
          {words.map}
        </TextLink>
      }
    >
      <ProblemNote error={figures.error} onRetry={() => figures.refetch()} />
      <FigureTable rows={figures.data?.indicators} />
    </Section>
  )
}
