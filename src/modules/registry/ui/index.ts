export { Whence } from '../people/ui/whence.tsx'
