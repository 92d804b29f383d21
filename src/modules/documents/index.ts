export { documentsPersonalData } from './personal-data.ts'
export { documentRecords } from './register/document.records.ts'
export { type Giving, type Issue, type Issued, issueDocuments } from './register/issuing.ts'
