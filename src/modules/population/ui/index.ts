export { faultsUnder } from './finish.ts'
export { PopulationEditor } from './population-editor.tsx'
export { useTerms } from './use-terms.ts'
