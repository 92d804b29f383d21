import { Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { TextLink } from '../kit/links.tsx'
import { Page } from '../kit/page.tsx'
import { ProblemNote } from '../kit/problem-note.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { isHeading } from './guide.ts'
import './help.css'
import { guidePage } from './pages.ts'
import { type GuideLink, Pieces } from './pieces.tsx'
import { helpWords } from './words.ts'

/** All pages of the guide, by reader and by subject. */
export function GuideContents(): ReactNode {
  return <Guide name="index" />
}

export function GuidePageByName(): ReactNode {
  const { page } = useParams({ from: '/guide/$page' })
  return <Guide name={page} />
}

function Guide({ name }: { name: string }): ReactNode {
  const words = useWords(helpWords)
  const { language } = useLanguage()
  const page = useQuery(guidePage(language, name))
  useSectionInView(page.isSuccess)
  if (page.isPending) return <Loader aria-label={words.loading} />
  if (page.isError) return <ProblemNote error={page.error} onRetry={() => page.refetch()} />
  if (page.data === null) {
    return (
      <Page title={words.missing}>
        <TextLink to="/guide">{words.whole}</TextLink>
      </Page>
    )
  }
  const { title, body } = page.data
  const sections = body.filter(isHeading).filter(({ level }) => level === 2)
  const first = Math.max(0, body.findIndex(isHeading))
  return (
    <Page title={title} about={name === 'index' ? undefined : <TextLink to="/guide">{words.whole}</TextLink>}>
      <article className="rost-guide">
        <Pieces pieces={body.slice(0, first)} link={ToGuide} />
        {name === 'index' || sections.length < 2 ? null : (
          <nav aria-label={words.onThisPage} className="rost-no-print">
            <Text fw={600}>{words.onThisPage}</Text>
            <ul>
              {sections.map(({ id, holds }) => (
                <li key={id}>
                  <ToGuide page={name} section={id}>
                    <Pieces pieces={holds} link={ToGuide} />
                  </ToGuide>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Pieces pieces={body.slice(first)} link={ToGuide} />
      </article>
    </Page>
  )
}

const ToGuide: GuideLink = ({ page, section, children }) =>
  page === 'index' ? (
    <TextLink to="/guide">{children}</TextLink>
  ) : (
    <TextLink to="/guide/$page" params={{ page }} {...(section !== null && { hash: section })}>
      {children}
    </TextLink>
  )

/** The section that the address names, once the page is there: seen, and where the keyboard goes on. */
function useSectionInView(isThere: boolean): void {
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    if (!isThere || hash === '') return
    // The shell takes a new page to its top when it is drawn; this comes after.
    const frame = requestAnimationFrame(() => {
      const heading = document.getElementById(hash)
      heading?.scrollIntoView()
      heading?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [isThere, hash])
}
