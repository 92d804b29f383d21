import { Button, NativeSelect, Select, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../web/language.tsx'
import { firstLeaf } from './conditions.ts'
import { useEditor } from './editor.context.ts'
import { mayAdd, mayAddGroup } from './edits.ts'
import { NodeButtons } from './node-buttons.tsx'
import { RowPart } from './row.part.tsx'
import type { Group, Operator } from './tree.ts'
import { populationWords } from './words.ts'

const OPERATORS = ['all', 'any', 'none'] as const

type Props = {
  readonly group: Group
  readonly subject: string
  /** What the group is called; one inside another is named by how it joins. */
  readonly what?: string
}

/** Conditions taken together: all of them, any of them, or none. */
export function GroupPart({ group, subject, what }: Props): ReactNode {
  const words = useWords(populationWords)
  const { root, terms, edit, unfinished, faults } = useEditor()
  const label = what ?? `${words.group}: ${words[group.operator]}`
  const isInner = what === undefined
  const hint =
    faults.get(group.id) ??
    (unfinished.has(group.id) ? words.emptyGroup : group.children.length === 0 ? words.empty : undefined)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a list of fieldsets is read twice
    <div role="group" aria-label={label} className="rost-group" data-operator={group.operator}>
      <div className="rost-condition-line">
        <NativeSelect
          size="sm"
          aria-label={`${words.operator} (${label})`}
          data-focus={`${group.id}:operator`}
          value={group.operator}
          data={OPERATORS.map((value) => ({ value, label: words[value] }))}
          onChange={(event) =>
            edit({ is: 'setOperator', id: group.id, operator: event.currentTarget.value as Operator })
          }
        />
        {isInner ? <NodeButtons id={group.id} what={label} /> : null}
      </div>
      <ul className="rost-conditions">
        {group.children.map((child) => (
          <li key={child.id}>
            {child.kind === 'group' ? (
              <GroupPart group={child} subject={subject} />
            ) : (
              <RowPart row={child} subject={subject}>
                <Linked of={child.of} to={terms.term(subject, child.leaf.term)?.to} />
              </RowPart>
            )}
          </li>
        ))}
      </ul>
      {hint === undefined ? null : (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <div className="rost-group-adds">
        {mayAdd(group) ? <AddCondition group={group} subject={subject} label={label} /> : null}
        {mayAddGroup(root, group) ? (
          <Button
            size="sm"
            variant="default"
            onClick={() => edit({ is: 'addGroup', to: group.id, operator: group.operator === 'all' ? 'any' : 'all' })}
          >
            {words.addGroup}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function Linked({ of, to }: { readonly of: Group | null; readonly to: string | null | undefined }): ReactNode {
  const words = useWords(populationWords)
  return of === null || to == null ? null : <GroupPart group={of} subject={to} what={words.ofThem} />
}

function AddCondition({
  group,
  subject,
  label,
}: Required<Pick<Props, 'group' | 'subject'>> & { label: string }): ReactNode {
  const words = useWords(populationWords)
  const { terms, edit } = useEditor()
  const [typed, setTyped] = useState('')
  const known = terms.subject(subject)?.terms ?? []
  const groupOf = (name: 'quality' | 'deed') =>
    known.filter(({ group: one }) => one === name).map(({ term, label: text }) => ({ value: term, label: text }))
  return (
    <Select
      size="sm"
      className="rost-add-condition"
      aria-label={words.addConditionTo(label)}
      placeholder={words.addCondition}
      data-focus={`${group.id}:add`}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={words.nothing}
      data={[
        { group: words.qualities, items: groupOf('quality') },
        { group: words.deeds, items: groupOf('deed') },
      ].filter(({ items }) => items.length > 0)}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(name) => {
        const term = known.find((one) => one.term === name)
        if (term === undefined) return
        setTyped('')
        edit({ is: 'addRow', to: group.id, leaf: firstLeaf(term), linked: term.kind === 'link' })
      }}
    />
  )
}
