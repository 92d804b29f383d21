/** What shows something else once a request was made or answered. */
export const TOUCHED = [['event-requests'], ['event-request'], ['events'], ['event'], ['plan'], ['tasks']]
