import { Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useWords } from '../../../../web/language.tsx'
import {
  ASKS,
  DEED_KINDS,
  type DeedKind,
  type Detail,
  isOfOneDay,
  LEARNING_FORMS,
  LEVELS,
  ROLES,
  TYPE_LISTS,
} from '../deeds.kinds.contract.ts'
import { listDeedValues } from '../elsewhere.contract.ts'
import { detailsOf, type Typed } from './deed.typing.ts'
import { elsewhereWords } from './words.ts'

type Props = {
  readonly typed: Typed
  /** Which may be told of here. */
  readonly kinds?: readonly DeedKind[]
  fault(field: string): string | undefined
  onChange(part: Partial<Typed>): void
}

const MOST = { title: 500, place: 300, hours: 6, number: 100, partners: 500, result: 1000, link: 1000 } as const

/** Kind, title, days, and what the kind asks beside them. */
export function DeedFields({ typed, kinds = DEED_KINDS, fault, onChange }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const { kind } = typed
  const text = (field: keyof typeof MOST, isRequired: boolean) => ({
    required: isRequired,
    maxLength: MOST[field],
    value: typed[field],
    error: fault(field),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
  })
  const day = (field: 'startsOn' | 'endsOn', label: string) => (
    <TextInput
      type="date"
      required
      label={label}
      max={today()}
      value={typed[field]}
      error={fault(field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <Select
        label={words.kind}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        error={fault('kind')}
        onChange={(value) => onChange({ kind: DEED_KINDS.find((one) => one === value) ?? kind })}
      />
      <TextInput className="rost-wide" label={words.titles[kind]} {...text('title', true)} />
      {isOfOneDay(kind) ? (
        day('startsOn', words.on[kind === 'award' ? 'award' : 'publication'])
      ) : (
        <>
          {day('startsOn', words.startsOn)}
          {day('endsOn', words.endsOn)}
        </>
      )}
      {detailsOf(kind).map((detail) => (
        <DetailField key={detail} detail={detail} {...{ typed, fault, onChange, text }} />
      ))}
    </>
  )
}

type DetailProps = Omit<Props, 'kinds'> & {
  readonly detail: Detail
  text(field: keyof typeof MOST, isRequired: boolean): object
}

function DetailField({ detail, typed, fault, onChange, text }: DetailProps): ReactNode {
  const words = useWords(elsewhereWords)
  const { kind } = typed
  const isRequired = ASKS[kind].must.includes(detail)
  switch (detail) {
    case 'typeId':
    case 'levelId':
    case 'roleId':
      return (
        <ValueSelect
          list={detail === 'levelId' ? LEVELS : detail === 'roleId' ? ROLES : listOf(kind)}
          label={detail === 'typeId' ? words.types[kind] : words[detail]}
          value={typed[detail]}
          required={isRequired}
          error={fault(detail)}
          onChange={(value) => onChange({ [detail]: value })}
        />
      )
    case 'form':
      return (
        <Select
          label={words.form}
          allowDeselect={false}
          data={LEARNING_FORMS.map((value) => ({ value, label: words.forms[value] }))}
          value={typed.form}
          onChange={(value) => onChange({ form: value ?? typed.form })}
        />
      )
    case 'hours':
      return <TextInput inputMode="decimal" label={words.hours} {...text('hours', isRequired)} />
    case 'result':
      return <Textarea className="rost-wide" autosize label={words.result} {...text('result', isRequired)} />
    case 'place':
      return <TextInput className="rost-wide" label={words.places[kind]} {...text('place', isRequired)} />
    case 'link':
      return (
        <TextInput
          className="rost-wide"
          type="url"
          inputMode="url"
          placeholder="https://"
          label={words.link}
          {...text('link', isRequired)}
        />
      )
    default:
      return <TextInput label={words[detail]} {...text(detail, isRequired)} />
  }
}

const listOf = (kind: DeedKind): string => Object.entries(TYPE_LISTS).find(([of]) => of === kind)?.[1] ?? ''

type ValueProps = {
  readonly list: string
  readonly label: string
  readonly value: string
  readonly required: boolean
  readonly error: string | undefined
  onChange(value: string): void
}

/** A value of a list of the district. */
function ValueSelect({ list, value, onChange, required, ...rest }: ValueProps): ReactNode {
  const values = useQuery({ queryKey: ['deed-values'], queryFn: () => call(listDeedValues, {}) })
  const data = values.data?.items.filter((one) => one.list === list) ?? []
  return (
    <Select
      {...rest}
      required={required}
      clearable={!required}
      searchable
      data={data.map(({ id, label }) => ({ value: String(id), label }))}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}
