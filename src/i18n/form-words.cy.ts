import type { FormWords } from '#forms/form-words.ts'
import activeOfferMeeting from '#locales/cy/forms/active-offer-meeting.json' with { type: 'json' }
import activeOfferNotice from '#locales/cy/forms/active-offer-notice.json' with { type: 'json' }
import advocateChange from '#locales/cy/forms/advocate-change.json' with { type: 'json' }
import advocateChangeAnswer from '#locales/cy/forms/advocate-change-answer.json' with { type: 'json' }
import allocation from '#locales/cy/forms/allocation.json' with { type: 'json' }
import annualSurvey from '#locales/cy/forms/annual-survey.json' with { type: 'json' }
import answerphone from '#locales/cy/forms/answerphone.json' with { type: 'json' }
import caseFacts from '#locales/cy/forms/case-facts.json' with { type: 'json' }
import childAsk from '#locales/cy/forms/child-ask.json' with { type: 'json' }
import childMessage from '#locales/cy/forms/child-message.json' with { type: 'json' }
import childSafeContact from '#locales/cy/forms/child-safe-contact.json' with { type: 'json' }
import childTakePart from '#locales/cy/forms/child-take-part.json' with { type: 'json' }
import closure from '#locales/cy/forms/closure.json' with { type: 'json' }
import closureSurvey from '#locales/cy/forms/closure-survey.json' with { type: 'json' }
import complaintStep from '#locales/cy/forms/complaint-step.json' with { type: 'json' }
import contact from '#locales/cy/forms/contact.json' with { type: 'json' }
import feedback from '#locales/cy/forms/feedback.json' with { type: 'json' }
import feedbackAnswer from '#locales/cy/forms/feedback-answer.json' with { type: 'json' }
import hours from '#locales/cy/forms/hours.json' with { type: 'json' }
import hoursReview from '#locales/cy/forms/hours-review.json' with { type: 'json' }
import joinIn from '#locales/cy/forms/join-in.json' with { type: 'json' }
import legalHold from '#locales/cy/forms/legal-hold.json' with { type: 'json' }
import meeting from '#locales/cy/forms/meeting.json' with { type: 'json' }
import messageToChild from '#locales/cy/forms/message-to-child.json' with { type: 'json' }
import participation from '#locales/cy/forms/participation.json' with { type: 'json' }
import passingOn from '#locales/cy/forms/passing-on.json' with { type: 'json' }
import passingOnTold from '#locales/cy/forms/passing-on-told.json' with { type: 'json' }
import quarterNarrative from '#locales/cy/forms/quarter-narrative.json' with { type: 'json' }
import screening from '#locales/cy/forms/screening.json' with { type: 'json' }
import selfReferral from '#locales/cy/forms/self-referral.json' with { type: 'json' }
import start from '#locales/cy/forms/start.json' with { type: 'json' }
import supportedReferral from '#locales/cy/forms/supported-referral.json' with { type: 'json' }
import withdrawalAnswer from '#locales/cy/forms/withdrawal-answer.json' with { type: 'json' }

/** The words of every form in Welsh, by form. */
export const cy: Readonly<Record<string, FormWords>> = {
  'self-referral': selfReferral,
  'supported-referral': supportedReferral,
  'advocate-change': advocateChange,
  feedback,
  'join-in': joinIn,
  'closure-survey': closureSurvey,
  'annual-survey': annualSurvey,
  screening,
  contact,
  allocation,
  start,
  meeting,
  hours,
  'hours-review': hoursReview,
  'passing-on': passingOn,
  'passing-on-told': passingOnTold,
  'withdrawal-answer': withdrawalAnswer,
  'legal-hold': legalHold,
  'case-facts': caseFacts,
  'complaint-step': complaintStep,
  closure,
  'active-offer-notice': activeOfferNotice,
  'active-offer-meeting': activeOfferMeeting,
  'advocate-change-answer': advocateChangeAnswer,
  'feedback-answer': feedbackAnswer,
  'message-to-child': messageToChild,
  answerphone,
  participation,
  'quarter-narrative': quarterNarrative,
  'child-message': childMessage,
  'child-safe-contact': childSafeContact,
  'child-take-part': childTakePart,
  'child-ask': childAsk,
}
