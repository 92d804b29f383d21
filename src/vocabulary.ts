import { activitiesTerms } from './modules/activities/index.ts'
import { communitiesTerms } from './modules/communities/index.ts'
import { competenceTerms } from './modules/competence/index.ts'
import { documentsTerms } from './modules/documents/index.ts'
import { mentoringTerms } from './modules/mentoring/index.ts'
import { createVocabulary, organisation, person, type Vocabulary } from './modules/population/index.ts'
import { staffingTerms } from './modules/staffing/index.ts'
import { talentTerms } from './modules/talent/index.ts'

/** Every subject and term of the house: what populations, indicators, audiences and rules can speak of. */
export const vocabulary: Vocabulary = createVocabulary([
  person,
  organisation,
  competenceTerms,
  activitiesTerms,
  documentsTerms,
  mentoringTerms,
  communitiesTerms,
  talentTerms,
  staffingTerms,
])
