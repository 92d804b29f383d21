import { Checkbox, Group, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { Quiet } from '../quiet.contract.ts'
import { letterWords } from './words.ts'

const HOURS: readonly string[] = Array.from({ length: 96 }, (_, quarter) => {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
})

type Props = { readonly quiet: Quiet; onChange(quiet: Quiet): void }

/** From when until when nobody is written to, and whether on days off. */
export function QuietFields({ quiet, onChange }: Props): ReactNode {
  const words = useWords(letterWords)
  return (
    <>
      <Group gap="xs" align="flex-end">
        <Select
          label={words.from}
          w="8rem"
          searchable
          allowDeselect={false}
          data={[...HOURS]}
          value={quiet.from}
          onChange={(from) => onChange({ ...quiet, from: from ?? quiet.from })}
        />
        <Select
          label={words.until}
          w="8rem"
          searchable
          allowDeselect={false}
          data={[...HOURS]}
          value={quiet.until}
          onChange={(until) => onChange({ ...quiet, until: until ?? quiet.until })}
        />
      </Group>
      <Checkbox
        label={words.daysOff}
        checked={quiet.daysOff}
        onChange={(event) => onChange({ ...quiet, daysOff: event.currentTarget.checked })}
      />
    </>
  )
}

/** `не пишем с 20:00 до 08:00 и в нерабочие дни` */
export function sayQuiet({ from, until, daysOff }: Quiet, words: (typeof letterWords)['ru']): string {
  if (from === until) return daysOff ? words.onlyDaysOff : words.always
  const nights = words.nights(from, until)
  return daysOff ? `${nights} ${words.withDaysOff}` : nights
}
