export { MyLooks } from '../looks/ui/my-looks.tsx'
export { OpeningButton } from '../people/ui/opening.button.tsx'
export { openingWords } from '../people/ui/opening.words.ts'
export { Whence } from '../people/ui/whence.tsx'
