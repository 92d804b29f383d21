import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The green of what one can act on; the eighth is the one of buttons and links. */
const growth: MantineColorsTuple = [
  '#eaf5f0',
  '#d5e9df',
  '#aad2be',
  '#7dbb9c',
  '#58a780',
  '#3f9a6f',
  '#2d8d66',
  '#1f7a5c',
  '#17684d',
  '#0f553e',
]

export const theme = createTheme({
  colors: { growth },
  primaryColor: 'growth',
  primaryShade: 7,
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Golos Text Variable', system-ui, sans-serif", fontWeight: '600' },
  cursorType: 'pointer',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    // Named only: components come with the pages that show them. Nothing moves that need not, what opens is there at once.
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    Badge: { defaultProps: { tt: 'none', variant: 'outline' } },
    // Hints stand beneath, so that fields side by side begin at one height.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // What a list offers is made when it is opened: hundreds of hidden options made each page slow.
    Combobox: { defaultProps: { keepMounted: false } },
    // Its border has the colour of its kind, which as a text is too pale on white.
    Alert: { defaultProps: { variant: 'outline' }, styles: { title: { color: 'var(--mantine-color-text)' } } },
    Loader: { defaultProps: { type: 'dots' } },
  },
})

/** Ink on warm white, and a dark that was designed and not inverted; every pair of text and ground is 4.5 : 1 or more. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fdfcfa',
    '--mantine-color-text': '#1d2523',
    '--mantine-color-dimmed': '#57605d',
    '--mantine-color-placeholder': '#57605d',
    '--mantine-color-error': '#a52a1c',
    '--mantine-color-red-outline': '#a52a1c',
    '--mantine-color-anchor': '#17684d',
    '--mantine-color-default-border': '#d5d2ca',
    '--rost-raised': '#ffffff',
    '--rost-line': '#e4e1d9',
    '--rost-good': '#17684d',
    '--rost-warn': '#7d5200',
    '--rost-bad': '#a52a1c',
    '--rost-chosen': '#e3f0ea',
  },
  dark: {
    '--mantine-color-body': '#161b1a',
    '--mantine-color-text': '#e6ebe8',
    '--mantine-color-dimmed': '#a9b3af',
    '--mantine-color-placeholder': '#a9b3af',
    '--mantine-color-error': '#f0907f',
    '--mantine-color-red-outline': '#f0907f',
    '--mantine-color-anchor': '#6cc7a5',
    '--mantine-color-default-border': '#3a4341',
    '--rost-raised': '#1d2423',
    '--rost-line': '#2f3836',
    '--rost-good': '#6cc7a5',
    '--rost-warn': '#e0b45c',
    '--rost-bad': '#f0907f',
    '--rost-chosen': '#20372f',
  },
})
