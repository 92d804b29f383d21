import { Button, Checkbox, Group, Input, Skeleton, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import { type Somebody, useStaff } from './staff.ts'
import { inHouseWords } from './words.ts'

/** From so many on one looks for a name rather than reads. */
const MANY = 15

type Props = {
  readonly organisation: number | undefined
  readonly day: string
  readonly people: readonly Somebody[]
  readonly error: string | undefined
  onChange(people: readonly Somebody[]): void
}

/** Who was there: ticked in the list of those who worked there on the day, or found by name. */
export function PeopleFields({ organisation, day, people, error, onChange }: Props): ReactNode {
  const words = useWords(inHouseWords)
  const staff = useStaff(organisation, day)
  const [sought, setSought] = useState('')
  const all = staff.data ?? []
  const ids = new Set(people.map(({ id }) => id))
  const staffIds = new Set(all.map(({ id }) => id))
  const others = people.filter(({ id }) => !staffIds.has(id))
  const shown = all.filter(({ name }) => name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()))
  const takeOut = (one: number): void => onChange(people.filter(({ id }) => id !== one))
  return (
    <fieldset className="rost-wide" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>
        <Text span fw={600} size="sm">
          {words.who}
        </Text>
      </legend>
      <ProblemNote error={staff.error} onRetry={() => staff.refetch()} />
      {organisation === undefined ? <Text size="sm">{words.chooseOrganisation}</Text> : null}
      {staff.isLoading ? <Skeleton height={120} /> : null}
      {staff.data?.length === 0 ? <Text size="sm">{words.noStaff}</Text> : null}
      {all.length === 0 ? null : (
        <>
          <Group gap="xs" my="xs">
            <Text size="sm" aria-live="polite">
              {words.marked(ids.size, all.length + others.length)}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => onChange([...all, ...others])}>
              {words.all}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => onChange(others)}>
              {words.nobody}
            </Button>
          </Group>
          {all.length < MANY ? null : (
            <TextInput label={words.find} value={sought} onChange={(event) => setSought(event.currentTarget.value)} />
          )}
          <ul className="rost-plain-list" style={{ columns: '16rem', listStyle: 'none', paddingInlineStart: 0 }}>
            {shown.map((one) => (
              <li key={one.id} style={{ breakInside: 'avoid', paddingBlock: 4 }}>
                <Checkbox
                  label={<span className="rost-own-name">{one.name}</span>}
                  checked={ids.has(one.id)}
                  onChange={() => (ids.has(one.id) ? takeOut(one.id) : onChange([...people, one]))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length === 0 ? null : (
        <ul className="rost-plain-list">
          {others.map((one) => (
            <li key={one.id}>
              <Group gap="xs">
                <span className="rost-own-name">{one.name}</span>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.takeOutOf(one.name)}
                  onClick={() => takeOut(one.id)}
                >
                  {words.takeOut}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
      <PersonSelect
        key={others.length}
        label={words.others}
        value=""
        onChange={(id, name) => {
          if (id !== '' && !ids.has(Number(id))) onChange([...people, { id: Number(id), name }])
        }}
      />
      {error === undefined ? null : <Input.Error mt={4}>{people.length === 0 ? words.whoNeeded : error}</Input.Error>}
    </fieldset>
  )
}
