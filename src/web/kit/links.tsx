import { Anchor, type AnchorProps, Button, type ButtonProps, NavLink, type NavLinkProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'

type Native = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style'>

/** A link in a text or a table; its address is checked by the compiler. */
export const TextLink = createLink((props: Omit<AnchorProps, 'href'> & Native): ReactNode => <Anchor {...props} />)

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
