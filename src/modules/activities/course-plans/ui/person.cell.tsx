import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../../web/kit/links.tsx'
import type { Course } from '../courses.contract.ts'

/** Who it is, with what they work as. */
export function PersonCell({ person, position }: Pick<Course, 'person' | 'position'>): ReactNode {
  return (
    <>
      <TextLink to="/people/$id" params={{ id: String(person.id) }} className="rost-own-name">
        {person.name}
      </TextLink>
      {position === null ? null : (
        <Text size="xs" c="dimmed" className="rost-own-name">
          {position}
        </Text>
      )}
    </>
  )
}
