import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../web/language.tsx'
import type { Edit, Part } from './editing.ts'
import { useEditor } from './editor.context.ts'
import { mayIndent, mayMove, mayOutdent, placeOf } from './edits.ts'
import { populationWords } from './words.ts'

type Props = { readonly id: number; readonly what: string }

/** Moves a condition, takes it into a group and out, removes it. What cannot be done now stays in reach and does nothing. */
export function NodeButtons({ id, what }: Props): ReactNode {
  const words = useWords(populationWords)
  const { root } = useEditor()
  const place = placeOf(root, id)
  if (place === undefined) return null
  return (
    <div className="rost-node-buttons">
      <NodeButton
        id={id}
        part="up"
        sign="↑"
        label={words.up(what)}
        may={mayMove(place, -1)}
        edit={{ is: 'move', id, by: -1 }}
      />
      <NodeButton
        id={id}
        part="down"
        sign="↓"
        label={words.down(what)}
        may={mayMove(place, 1)}
        edit={{ is: 'move', id, by: 1 }}
      />
      <NodeButton
        id={id}
        part="in"
        sign="→"
        label={words.indent(what)}
        may={mayIndent(place)}
        edit={{ is: 'indent', id }}
      />
      <NodeButton
        id={id}
        part="out"
        sign="←"
        label={words.outdent(what)}
        may={mayOutdent(place)}
        edit={{ is: 'outdent', id }}
      />
      <NodeButton id={id} part="remove" sign="✕" label={words.remove(what)} may edit={{ is: 'remove', id }} />
    </div>
  )
}

type ButtonProps = {
  readonly id: number
  readonly part: Part
  readonly sign: string
  readonly label: string
  readonly may: boolean
  readonly edit: Edit
}

function NodeButton({ id, part, sign, label, may, edit: what }: ButtonProps): ReactNode {
  const { edit } = useEditor()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="inherit"
      aria-label={label}
      title={label}
      aria-disabled={!may}
      data-focus={`${id}:${part}`}
      onClick={() => may && edit(what)}
    >
      <span aria-hidden>{sign}</span>
    </ActionIcon>
  )
}
