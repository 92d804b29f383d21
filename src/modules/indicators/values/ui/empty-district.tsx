import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import '../../ui/figures.css'
import { indicatorWords } from './words.ts'

/** A sheet that comes in, a row that is put right, a line that grows. */
const STEPS = [
  { name: 'load', picture: 'M8 6h26v36H8zM8 16h26M8 26h26M8 36h26M18 6v36M44 14v18m-6-6 6 7 6-7' },
  { name: 'check', picture: 'M6 10h44v28H6zM6 20h44M6 30h44M14 25h14m8 0 4 4 8-9' },
  { name: 'look', picture: 'M8 6v36h44M14 34l10-9 9 5 15-17m-8 0h8v8' },
] as const

/** Nothing can be counted yet: the three steps to the first figures. */
export function EmptyDistrict(): ReactNode {
  const words = useWords(indicatorWords)
  const mayLoad = useMay('load.read')
  return (
    <div className="rost-empty">
      <Text fw={600}>{words.empty}</Text>
      <ol className="rost-steps">
        {STEPS.map(({ name, picture }) => (
          <li key={name} className="rost-step">
            <svg viewBox="0 0 56 48" width="56" height="48" aria-hidden className="rost-step-picture">
              <path d={picture} />
            </svg>
            <div>
              <Text fw={600}>{words.steps[name].title}</Text>
              <Text c="dimmed" size="sm">
                {words.steps[name].detail}
              </Text>
            </div>
          </li>
        ))}
      </ol>
      {mayLoad ? (
        <ButtonLink to="/loads" size="sm">
          {words.load}
        </ButtonLink>
      ) : (
        <Text size="sm">{words.askMethodist}</Text>
      )}
    </div>
  )
}
