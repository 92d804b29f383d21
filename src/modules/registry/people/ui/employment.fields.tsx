import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { Employment } from '../employments.contract.ts'
import { detailWords } from './details.words.ts'
import { type DetailsTyped, detailsOf, detailsTypedOf, EmploymentDetails, NO_DETAILS } from './employment.details.tsx'
import { usePlaces } from './use-places.ts'
import { peopleWords } from './words.ts'

/** As it stands in the fields: nothing typed is an empty text. */
export type EmploymentTyped = DetailsTyped & {
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
  ...NO_DETAILS,
}

export const typedOf = (employment: Employment): EmploymentTyped => ({
  organisationId: String(employment.organisation.id),
  positionId: String(employment.position.id),
  hiredOn: employment.hiredOn,
  dismissedOn: employment.dismissedOn ?? '',
  rate: employment.rate,
  main: employment.main,
  experienceSince: employment.experienceSince ?? '',
  ...detailsTypedOf(employment),
})

/** As the server takes it; what was left empty it names itself. */
export const placeOf = (typed: EmploymentTyped) => ({
  positionId: Number(typed.positionId),
  hiredOn: typed.hiredOn,
  dismissedOn: typed.dismissedOn === '' ? null : typed.dismissedOn,
  rate: Number(typed.rate),
  main: typed.main,
  experienceSince: typed.experienceSince === '' ? null : typed.experienceSince,
  ...detailsOf(typed),
})

const FIELDS = Object.keys(NO_DETAILS) as readonly (keyof DetailsTyped)[]

/** Something of it is filled, so that it is shown at once. */
const isSaid = (typed: DetailsTyped): boolean => FIELDS.some((field) => typed[field] !== '')

type Props = {
  readonly typed: EmploymentTyped
  /** Where it is known already; its employer stays: another one is another place. */
  readonly employment?: Employment | undefined
  onChange(part: Partial<EmploymentTyped>): void
  fault(path: string): string | undefined
}

export function EmploymentFields({ typed, employment, onChange, fault }: Props): ReactNode {
  const words = useWords(peopleWords)
  const details = useWords(detailWords)
  const fixedOrganisation = employment?.organisation
  const [isOpened] = useState(() => isSaid(typed))
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
        onChange={(e) => {
          const main = e.currentTarget.checked
          onChange(typed.kind === '' || (typed.kind === 'main') === main ? { main } : { main, kind: '' })
        }}
      />
      <details className="rost-wide" open={isOpened || FIELDS.some((field) => fault(field) !== undefined)}>
        <summary>{details.more}</summary>
        <div className="rost-filters">
          <EmploymentDetails typed={typed} employment={employment} onChange={onChange} fault={fault} />
        </div>
      </details>
    </>
  )
}
