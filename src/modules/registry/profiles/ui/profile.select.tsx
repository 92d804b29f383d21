import { Group, Select } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import { listProfiles } from '../profiles.contract.ts'
import { profileWords } from './words.ts'

const STRICT = ''

/** The name of the profile chosen last in this browser, where it is still there; undefined: none. */
export function useChosenProfile() {
  const [name, setName] = useLocalStorage({ key: 'load-profile', defaultValue: STRICT, getInitialValueInEffect: false })
  const profiles = useQuery({ queryKey: ['load-profiles'], queryFn: () => call(listProfiles, {}) })
  const items = profiles.data?.items ?? []
  const chosen = items.some((one) => one.name === name) ? name : undefined
  return { items, chosen, choose: setName }
}

/** How the files about to be loaded are read. */
export function ProfileSelect({ items, chosen, choose }: ReturnType<typeof useChosenProfile>): ReactNode {
  const words = useWords(profileWords)
  return (
    <Group align="flex-end" gap="xs" mt="md">
      <Select
        label={words.choice}
        description={words.choiceDetail}
        allowDeselect={false}
        data={[
          { value: STRICT, label: words.strict },
          ...items.map(({ id, name }) => ({
            value: name,
            label: id === null ? words.throughUsual : words.through(name),
          })),
        ]}
        value={chosen ?? STRICT}
        onChange={(name) => choose(name ?? STRICT)}
        maw={420}
      />
      <TextLink to="/loads/profiles" size="sm" pb={8}>
        {words.manage}
      </TextLink>
    </Group>
  )
}
