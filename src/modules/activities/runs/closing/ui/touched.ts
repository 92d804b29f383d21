/** What shows something else once a run was closed, or is open again. */
export const touchedByClosing = (event: number): readonly (readonly unknown[])[] => [
  ...[['event', event], ['events'], ['plan'], ['roll', event], ['run', event], ['learners', event]],
  ...[['examinations', event], ['documents'], ['document-series'], ['life']],
]
