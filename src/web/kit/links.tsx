import { Anchor, type AnchorProps, Button, type ButtonProps, NavLink, type NavLinkProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react'

type Native = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style'>

/** A link in a text or a table; its address is checked by the compiler. */
export const TextLink = createLink((props: Omit<AnchorProps, 'href'> & Native): ReactNode => <Anchor {...props} />)

type RowLinkProps = {
  readonly href: string
  /** Fetches what the page needs, once somebody points at the link. */
  ahead(): void
  go(): void
  readonly children: ReactNode
}

/** A link in the cell of a list. It looks like any other, but hears nothing of where one is: a list has a hundred. */
export function RowLink({ href, ahead, go, children }: RowLinkProps): ReactNode {
  const follow = (event: MouseEvent): void => {
    if (isForBrowser(event)) return
    event.preventDefault()
    go()
  }
  return (
    <a className="rost-link mantine-focus-auto" href={href} onMouseEnter={ahead} onFocus={ahead} onClick={follow}>
      {children}
    </a>
  )
}

/** With a key held or another button it opens a tab or saves a file. */
const isForBrowser = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** A button that goes somewhere. */
export const ButtonLink = createLink(
  (props: Omit<ButtonProps, 'href'> & Native): ReactNode => <Button component="a" {...props} />,
)

/** An entry of the navigation. */
export const PlaceLink = createLink(
  (
    props: Omit<NavLinkProps, 'href' | 'onChange' | 'label'> & Omit<Native, 'onChange'> & { label: string },
  ): ReactNode => <NavLink component="a" {...props} />,
)
