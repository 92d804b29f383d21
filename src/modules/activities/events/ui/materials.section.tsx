import { Anchor, Button, Group, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { Event } from '../events.contract.ts'
import { addMaterial, type Material, removeMaterial } from '../materials.contract.ts'
import { eventWords } from './words.ts'

type Props = { readonly event: Event; readonly changes: boolean }

/** What stays of an event, where it is kept. */
export function MaterialsSection({ event, changes }: Props): ReactNode {
  const words = useWords(eventWords)
  const [adding, setAdding] = useState(false)
  return (
    <Section title={words.materials}>
      {event.materials.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noMaterials}
        </Text>
      ) : (
        <ul className="rost-plain-list">
          {event.materials.map((material) => (
            <Line key={material.id} event={event} material={material} changes={changes} />
          ))}
        </ul>
      )}
      {!changes ? null : adding ? (
        <MaterialForm event={event} onDone={() => setAdding(false)} />
      ) : (
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          {words.addMaterial}
        </Button>
      )}
    </Section>
  )
}

function Line({ event, material, changes }: Props & { readonly material: Material }): ReactNode {
  const words = useWords(eventWords)
  const { id, title, link } = material
  const removing = useForm({
    save: (key) => call(removeMaterial, { params: { id: event.id, materialId: id } }, { key }),
    touches: [['event', event.id]],
    saved: words.materialRemoved,
    onDone: () => {},
  })
  return (
    <li>
      <ProblemNote error={removing.error} />
      <Group gap="xs">
        <Anchor href={link} target="_blank" rel="noreferrer">
          {title}
        </Anchor>
        {changes ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.takeOutOf(title)}
            loading={removing.busy}
            onClick={(e) => removing.submit(e)}
          >
            {words.takeOut}
          </Button>
        ) : null}
      </Group>
    </li>
  )
}

function MaterialForm({ event, onDone }: { readonly event: Event; onDone(): void }): ReactNode {
  const words = useWords(eventWords)
  const [typed, setTyped] = useState({ title: '', link: '' })
  const form = useForm({
    save: (key) => call(addMaterial, { params: { id: event.id }, body: typed }, { key }),
    touches: [['event', event.id]],
    saved: words.materialSaved,
    onDone,
  })
  return (
    <FormCard form={form} label={words.addMaterial} save={words.add} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        label={words.materialTitle}
        required
        maxLength={300}
        value={typed.title}
        error={form.fault('title')}
        onChange={(e) => setTyped({ ...typed, title: e.currentTarget.value })}
      />
      <TextInput
        label={words.materialLink}
        required
        maxLength={1000}
        value={typed.link}
        error={form.fault('link')}
        onChange={(e) => setTyped({ ...typed, link: e.currentTarget.value })}
      />
    </FormCard>
  )
}
