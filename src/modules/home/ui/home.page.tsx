import { Navigate } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { Page } from '../../../web/kit/page.tsx'
import { useWords } from '../../../web/language.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { comesForOwn } from '../../../web/shell/navigation.ts'
import { Today } from '../../indicators/ui/index.ts'
import { TasksSection } from '../tasks/ui/tasks.section.tsx'
import { StartSection } from './start.section.tsx'
import { homeWords } from './words.ts'

/** The first page: everybody begins with what to do next, and goes on with what they come for. */
export function HomePage(): ReactNode {
  const words = useWords(homeWords)
  const { district, permissions } = useMe()
  const mayFigures = useMay('indicator.read')
  if (comesForOwn(permissions)) return <Navigate to="/my" replace />
  if (mayFigures) {
    return (
      <Suspense fallback={null}>
        <Today first={<TasksSection />} />
      </Suspense>
    )
  }
  return (
    <Page title={words.start} about={district?.name}>
      <TasksSection />
      <StartSection />
    </Page>
  )
}
