import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { Employment } from '../employments.contract.ts'
import { usePlaces } from './use-places.ts'
import { peopleWords } from './words.ts'

/** As it stands in the fields: nothing typed is an empty text. */
export type EmploymentTyped = {
  readonly organisationId: string
  readonly positionId: string
  readonly hiredOn: string
  readonly dismissedOn: string
  readonly rate: number | string
  readonly main: boolean
  readonly experienceSince: string
}

export const NOWHERE: EmploymentTyped = {
  ...{ organisationId: '', positionId: '', hiredOn: '', dismissedOn: '' },
  ...{ rate: 1, main: true, experienceSince: '' },
}

export const typedOf = (employment: Employment): EmploymentTyped => ({
  organisationId: String(employment.organisation.id),
  positionId: String(employment.position.id),
  hiredOn: employment.hiredOn,
  dismissedOn: employment.dismissedOn ?? '',
  rate: employment.rate,
  main: employment.main,
  experienceSince: employment.experienceSince ?? '',
})

/** As the server takes it; what was left empty it names itself. */
export const placeOf = (typed: EmploymentTyped) => ({
  positionId: Number(typed.positionId),
  hiredOn: typed.hiredOn,
  dismissedOn: typed.dismissedOn === '' ? null : typed.dismissedOn,
  rate: Number(typed.rate),
  main: typed.main,
  experienceSince: typed.experienceSince === '' ? null : typed.experienceSince,
})

type Props = {
  readonly typed: EmploymentTyped
  /** The employer of a known place of work stays: another one is another place. */
  readonly fixedOrganisation?: Employment['organisation'] | undefined
  onChange(part: Partial<EmploymentTyped>): void
  fault(path: string): string | undefined
}

export function EmploymentFields({ typed, fixedOrganisation, onChange, fault }: Props): ReactNode {
  const words = useWords(peopleWords)
  const { organisations, positions } = usePlaces()
  return (
    <>
      <Select
        label={words.organisation}
        required
        searchable
        disabled={fixedOrganisation !== undefined}
        data={
          fixedOrganisation === undefined
            ? organisations
            : [{ value: String(fixedOrganisation.id), label: fixedOrganisation.name }]
        }
        value={typed.organisationId === '' ? null : typed.organisationId}
        error={fault('organisationId')}
        onChange={(organisationId) => onChange({ organisationId: organisationId ?? '' })}
      />
      <Select
        label={words.position}
        required
        searchable
        data={positions}
        value={typed.positionId === '' ? null : typed.positionId}
        error={fault('positionId')}
        onChange={(positionId) => onChange({ positionId: positionId ?? '' })}
      />
      <TextInput
        type="date"
        label={words.hiredOn}
        required
        value={typed.hiredOn}
        error={fault('hiredOn')}
        onChange={(e) => onChange({ hiredOn: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.dismissedOn}
        value={typed.dismissedOn}
        error={fault('dismissedOn')}
        onChange={(e) => onChange({ dismissedOn: e.currentTarget.value })}
      />
      <NumberInput
        label={words.rate}
        required
        min={0}
        max={10}
        step={0.25}
        decimalScale={3}
        decimalSeparator=","
        allowedDecimalSeparators={[',', '.']}
        value={typed.rate}
        error={fault('rate')}
        onChange={(rate) => onChange({ rate })}
      />
      <TextInput
        type="date"
        label={words.experienceSince}
        value={typed.experienceSince}
        error={fault('experienceSince')}
        onChange={(e) => onChange({ experienceSince: e.currentTarget.value })}
      />
      <Checkbox
        label={words.main}
        checked={typed.main}
        error={fault('main')}
        onChange={(e) => onChange({ main: e.currentTarget.checked })}
      />
    </>
  )
}
