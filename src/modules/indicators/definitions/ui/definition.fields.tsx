import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { SubjectView } from '../../../population/asking/populations.contract.ts'
import { indicatorWords } from '../../values/ui/words.ts'
import { slicesOf, type Typed } from './typed.ts'
import { definitionWords } from './words.ts'

const KINDS = ['share', 'count', 'ratio'] as const
const POINTS = [1, 2, 3, 4, 5]

type Props = {
  readonly typed: Typed
  readonly subjects: readonly SubjectView[]
  /** Only a new indicator is given a code. */
  readonly withCode: boolean
  fault(path: string): string | undefined
  onChange(part: Partial<Typed>): void
}

/** What an indicator is called, since when it is in force and on which basis. */
export function NameFields({ typed, withCode, fault, onChange }: Props): ReactNode {
  const words = useWords(definitionWords)
  return (
    <>
      {withCode ? (
        <TextInput
          label={words.code}
          description={words.codeHint}
          required
          maxLength={20}
          value={typed.code}
          error={fault('code')}
          onChange={(e) => onChange({ code: e.currentTarget.value })}
        />
      ) : null}
      <TextInput
        className="rost-wide"
        label={words.name}
        required
        maxLength={500}
        value={typed.titleRu}
        error={fault('titleRu')}
        onChange={(e) => onChange({ titleRu: e.currentTarget.value })}
      />
      <TextInput
        className="rost-wide"
        label={words.nameEn}
        description={words.nameEnHint}
        maxLength={500}
        value={typed.titleEn}
        error={fault('titleEn')}
        onChange={(e) => onChange({ titleEn: e.currentTarget.value })}
      />
      <TextInput
        label={words.short}
        description={words.shortHint}
        maxLength={60}
        value={typed.shortRu}
        error={fault('shortRu')}
        onChange={(e) => onChange({ shortRu: e.currentTarget.value })}
      />
      <TextInput
        label={words.shortEn}
        description={words.shortHint}
        maxLength={60}
        value={typed.shortEn}
        error={fault('shortEn')}
        onChange={(e) => onChange({ shortEn: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.validFrom}
        required
        value={typed.validFrom}
        error={fault('validFrom')}
        onChange={(e) => onChange({ validFrom: e.currentTarget.value })}
      />
      <TextInput
        label={words.basis}
        maxLength={300}
        value={typed.orderReference}
        error={fault('orderReference')}
        onChange={(e) => onChange({ orderReference: e.currentTarget.value })}
      />
    </>
  )
}

/** What is counted: the kind, of which subject, over which days, and how it is broken down. */
export function KindFields({ typed, subjects, fault, onChange }: Props): ReactNode {
  const words = useWords(definitionWords)
  const named = useWords(indicatorWords).slices as Readonly<Record<string, string>>
  const offered = slicesOf(subjects, typed)
  return (
    <>
      <NativeSelect
        label={words.kind}
        value={typed.kind}
        data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(e) => onChange({ kind: KINDS.find((kind) => kind === e.currentTarget.value) ?? 'share' })}
      />
      <NativeSelect
        label={words.series}
        value={String(typed.points)}
        data={POINTS.map((points) => ({
          value: String(points),
          label: points === 1 ? words.thisYear : words.yearsBack(points),
        }))}
        onChange={(e) => onChange({ points: Number(e.currentTarget.value) })}
      />
      <Checkbox.Group
        className="rost-wide"
        label={words.slices}
        value={typed.slices.filter((slice) => offered.includes(slice))}
        error={fault('body.slices')}
        onChange={(slices) => onChange({ slices })}
      >
        <Group gap="md" mt={4}>
          {offered.map((slice) => (
            <Checkbox key={slice} value={slice} label={named[slice] ?? slice} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  )
}
