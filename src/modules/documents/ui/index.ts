export { type Diploma, DiplomaFields } from '../register/ui/diploma.fields.tsx'
export { type Signing, SigningFields, useSignatories } from '../register/ui/signing.fields.tsx'
export { SeriesField, useSeries } from '../series/ui/series.field.tsx'
export { documentWords } from './words.ts'
