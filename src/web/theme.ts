import { createTheme } from '@mantine/core'

/** Colours and fonts stand in theme.css: the page's policy allows no style elements, so variables are not made at run time. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 9, dark: 4 },
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  cursorType: 'pointer',
})
