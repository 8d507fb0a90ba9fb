import { activeOfferMeeting } from '#forms/active-offer-meeting.form.ts'
import { activeOfferNotice } from '#forms/active-offer-notice.form.ts'
import { advocateChange } from '#forms/advocate-change.form.ts'
import { advocateChangeAnswer } from '#forms/advocate-change-answer.form.ts'
import { allocation } from '#forms/allocation.form.ts'
import { annualSurvey } from '#forms/annual-survey.form.ts'
import { answerphone } from '#forms/answerphone.form.ts'
import { caseFacts } from '#forms/case-facts.form.ts'
import { childAsk } from '#forms/child-ask.form.ts'
import { childMessage } from '#forms/child-message.form.ts'
import { childSafeContact } from '#forms/child-safe-contact.form.ts'
import { childTakePart } from '#forms/child-take-part.form.ts'
import { closure } from '#forms/closure.form.ts'
import { closureSurvey } from '#forms/closure-survey.form.ts'
import { complaintStep } from '#forms/complaint-step.form.ts'
import { contact } from '#forms/contact.form.ts'
import type { FormDefinition } from '#forms/define-form.ts'
import { feedback } from '#forms/feedback.form.ts'
import { feedbackAnswer } from '#forms/feedback-answer.form.ts'
import { hours } from '#forms/hours.form.ts'
import { hoursReview } from '#forms/hours-review.form.ts'
import { joinIn } from '#forms/join-in.form.ts'
import { legalHold } from '#forms/legal-hold.form.ts'
import { meeting } from '#forms/meeting.form.ts'
import { messageToChild } from '#forms/message-to-child.form.ts'
import { participation } from '#forms/participation.form.ts'
import { passingOn } from '#forms/passing-on.form.ts'
import { passingOnTold } from '#forms/passing-on-told.form.ts'
import { quarterNarrative } from '#forms/quarter-narrative.form.ts'
import { screening } from '#forms/screening.form.ts'
import { selfReferral } from '#forms/self-referral.form.ts'
import { start } from '#forms/start.form.ts'
import { supportedReferral } from '#forms/supported-referral.form.ts'
import { withdrawalAnswer } from '#forms/withdrawal-answer.form.ts'

/** Every form there is. A form that is not here does not exist. */
export const allForms: readonly FormDefinition[] = [
  selfReferral,
  supportedReferral,
  advocateChange,
  feedback,
  joinIn,
  closureSurvey,
  annualSurvey,
  screening,
  contact,
  allocation,
  start,
  meeting,
  hours,
  hoursReview,
  passingOn,
  passingOnTold,
  withdrawalAnswer,
  legalHold,
  caseFacts,
  complaintStep,
  closure,
  activeOfferNotice,
  activeOfferMeeting,
  advocateChangeAnswer,
  feedbackAnswer,
  messageToChild,
  answerphone,
  participation,
  quarterNarrative,
  childMessage,
  childSafeContact,
  childTakePart,
  childAsk,
]
