extension ChangeClass {
  static let absencePolicyChanged = ChangeClass(
    "absence-policy-changed", mirror: nil, .meetings, "rule for absences changed",
    "What happens when somebody cannot come to a meeting is another thing, or is not said any more.")
  static let accessClosed = ChangeClass(
    "access-closed", mirror: "access-opened", .access, "classrooms less open",
    "Rooms that were open are now entered by invitation, or fewer of them are open, as far as the words tell.")
  static let accessOpened = ChangeClass(
    "access-opened", mirror: "access-closed", .access, "classrooms more open",
    "Rooms that were entered by invitation are now open, or more of them are, as far as the words tell.")
  static let agreementEnded = ChangeClass(
    "agreement-ended", mirror: "agreement-new", .dropped, "agreement ended",
    "There was an agreement, and there is none under the same id now.")
  static let agreementNew = ChangeClass(
    "agreement-new", mirror: "agreement-ended", .new, "new agreement",
    "There is an agreement, and there was none under the same id before.")
  static let amended = ChangeClass(
    "amended", mirror: nil, .frame, "changed after signing",
    "The day of a change after signing is another one. Only within one school year.")
  static let budgetCut = ChangeClass(
    "budget-cut", mirror: "budget-raised", .weakened, "less money",
    "A budget names a smaller sum.")
  static let budgetGained = ChangeClass(
    "budget-gained", mirror: "budget-lost", .new, "money gained",
    "There was no money, and now a sum is named.")
  static let budgetLost = ChangeClass(
    "budget-lost", mirror: "budget-gained", .dropped, "money lost",
    "A sum was named, and now there is no money.")
  static let budgetRaised = ChangeClass(
    "budget-raised", mirror: "budget-cut", .strengthened, "more money",
    "A budget names a larger sum.")
  static let campusAdded = ChangeClass(
    "campus-added", mirror: "campus-dropped", .people, "campus added",
    "The agreement covers a school that it did not cover.")
  static let campusChanged = ChangeClass(
    "campus-changed", mirror: nil, .people, "campus renamed",
    "A school has another name, number or id.")
  static let campusDaysMoved = ChangeClass(
    "campus-days-moved", mirror: nil, .changed, "days on campus moved",
    "The coach is on the campuses on other days.")
  static let campusDropped = ChangeClass(
    "campus-dropped", mirror: "campus-added", .people, "campus dropped",
    "The agreement no longer covers a school.")
  static let cancelPolicyChanged = ChangeClass(
    "cancel-policy-changed", mirror: nil, .meetings, "rule for canceled meetings changed",
    "What happens to a canceled meeting is another thing, or is not said any more.")
  static let challengeAdded = ChangeClass(
    "challenge-added", mirror: "challenge-dropped", .focus, "challenge named",
    "A challenge is named that was not named before.")
  static let challengeChanged = ChangeClass(
    "challenge-changed", mirror: nil, .focus, "challenge changed",
    "A challenge says something else than before.")
  static let challengeDropped = ChangeClass(
    "challenge-dropped", mirror: "challenge-added", .focus, "challenge no longer named",
    "A challenge is not named any more.")
  static let challengeRecurring = ChangeClass(
    "challenge-recurring", mirror: nil, .standing, "same challenge as before",
    "The same challenge is named in both school years.")
  static let challengeReworded = ChangeClass(
    "challenge-reworded", mirror: nil, .wording, "challenge in other words",
    "A challenge is named in other words that say the same.")
  static let commitmentAdded = ChangeClass(
    "commitment-added", mirror: "commitment-dropped", .new, "new commitment",
    "Somebody promises what nobody promised before.")
  static let commitmentAdopted = ChangeClass(
    "commitment-adopted", mirror: "commitment-orphaned", .handed, "commitment whose owner is back",
    "Its owner had left, and is there again.")
  static let commitmentChanged = ChangeClass(
    "commitment-changed", mirror: nil, .changed, "commitment changed",
    "Its words ask for something else, neither clearly less nor clearly more.")
  static let commitmentDropped = ChangeClass(
    "commitment-dropped", mirror: "commitment-added", .dropped, "commitment dropped",
    "What somebody promised is not in the agreement any more.")
  static let commitmentDueMoved = ChangeClass(
    "commitment-due-moved", mirror: nil, .changed, "commitment due on another date",
    "It is due earlier or later, counted from the start of the school year; a week makes no difference.")
  static let commitmentHandedOn = ChangeClass(
    "commitment-handed-on", mirror: nil, .handed, "commitment handed to somebody else",
    "Somebody else does it now.")
  static let commitmentMoved = ChangeClass(
    "commitment-moved", mirror: nil, .changed, "commitment moved to another topic",
    "It stands under another topic.")
  static let commitmentOrphaned = ChangeClass(
    "commitment-orphaned", mirror: "commitment-adopted", .dropped, "commitment whose owner left",
    "Its owner left, and nobody took it over.")
  static let commitmentOwnerLess = ChangeClass(
    "commitment-owner-less", mirror: "commitment-owner-more", .handed, "commitment with fewer owners",
    "Somebody who owned it with others does not own it any more; the others still do.")
  static let commitmentOwnerMore = ChangeClass(
    "commitment-owner-more", mirror: "commitment-owner-less", .handed, "commitment with more owners",
    "Somebody owns it, too, beside those who owned it before.")
  static let commitmentReworded = ChangeClass(
    "commitment-reworded", mirror: nil, .wording, "commitment in other words",
    "It promises the same in other words: an article, the order, a word for another one that means the same.")
  static let commitmentStrengthened = ChangeClass(
    "commitment-strengthened", mirror: "commitment-weakened", .strengthened, "commitment strengthened",
    "It promises more: \"try to\" became \"will\", monthly became weekly, a number went up, a date was added, a hedge went."
  )
  static let commitmentWeakened = ChangeClass(
    "commitment-weakened", mirror: "commitment-strengthened", .weakened, "commitment weakened",
    "It promises less: \"will\" became \"try to\", weekly became monthly, a number went down, a date was lost, a hedge came."
  )
  static let concernsChanged = ChangeClass(
    "concerns-changed", mirror: nil, .people, "key concerns changed",
    "A person's key concerns are other topics.")
  static let confidentialityNarrowed = ChangeClass(
    "confidentiality-narrowed", mirror: "confidentiality-widened", .confidentiality, "confidentiality: less is told",
    "Less is shared with administrators, more stays private, or there are fewer exceptions.")
  static let confidentialityReworded = ChangeClass(
    "confidentiality-reworded", mirror: nil, .confidentiality, "confidentiality: other words",
    "What is shared, private or an exception is said in other words; read both.")
  static let confidentialityWidened = ChangeClass(
    "confidentiality-widened", mirror: "confidentiality-narrowed", .confidentiality, "confidentiality: more is told",
    "More is shared with administrators, less stays private, or there are more exceptions.")
  static let conversationChanged = ChangeClass(
    "conversation-changed", mirror: nil, .frame, "conversation led or noted differently",
    "Another person led the conversation or took the notes; within one school year also its date and who was absent.")
  static let draftingChanged = ChangeClass(
    "drafting-changed", mirror: nil, .frame, "plan for writing and signing changed",
    "Who writes the agreement, or how it is read and signed, changed.")
  static let invitationsChanged = ChangeClass(
    "invitations-changed", mirror: nil, .meetings, "meeting invitations changed hands",
    "Another person sends the invitations, or nobody does.")
  static let meetingAdded = ChangeClass(
    "meeting-added", mirror: "meeting-dropped", .new, "new meeting",
    "There is a meeting that there was not.")
  static let meetingChanged = ChangeClass(
    "meeting-changed", mirror: nil, .meetings, "meeting changed",
    "A meeting has another day, time, length, place, name or kind.")
  static let meetingDropped = ChangeClass(
    "meeting-dropped", mirror: "meeting-added", .dropped, "meeting dropped",
    "A meeting is not in the schedule any more.")
  static let meetingsLessOften = ChangeClass(
    "meetings-less-often", mirror: "meetings-more-often", .weakened, "meeting less often",
    "A meeting that comes back comes back less often.")
  static let meetingsMoreOften = ChangeClass(
    "meetings-more-often", mirror: "meetings-less-often", .strengthened, "meeting more often",
    "A meeting that comes back comes back more often.")
  static let normAdded = ChangeClass(
    "norm-added", mirror: "norm-dropped", .norms, "norm added",
    "There is a norm that there was not.")
  static let normChanged = ChangeClass(
    "norm-changed", mirror: nil, .norms, "norm changed",
    "A norm says something else than before: words with a meaning came or went.")
  static let normDropped = ChangeClass(
    "norm-dropped", mirror: "norm-added", .norms, "norm dropped",
    "A norm is not in the agreement any more.")
  static let normReworded = ChangeClass(
    "norm-reworded", mirror: nil, .wording, "norm in other words",
    "A norm says the same in other words.")
  static let otherAdded = ChangeClass(
    "other-added", mirror: "other-dropped", .people, "somebody else named",
    "A person or group is named who takes no part and does not sign, and was not named before.")
  static let otherChanged = ChangeClass(
    "other-changed", mirror: nil, .people, "somebody else named differently",
    "A person or group who takes no part has another name, id or description.")
  static let otherDropped = ChangeClass(
    "other-dropped", mirror: "other-added", .people, "somebody else no longer named",
    "A person or group who takes no part is not named any more.")
  static let personCampusChanged = ChangeClass(
    "person-campus-changed", mirror: nil, .people, "other campuses or another share of time",
    "A person works on other campuses, with other shares of the time, or for other things elsewhere.")
  static let personChanged = ChangeClass(
    "person-changed", mirror: nil, .people, "name, title or id changed",
    "A person has another name, title or id; within one school year also another day of joining or leaving.")
  static let personJoined = ChangeClass(
    "person-joined", mirror: "person-left", .people, "person joined",
    "A person belongs to the agreement who did not.")
  static let personLeft = ChangeClass(
    "person-left", mirror: "person-joined", .people, "person left",
    "A person no longer belongs to the agreement.")
  static let personRoleChanged = ChangeClass(
    "person-role-changed", mirror: nil, .people, "position changed",
    "A person has another position in the partnership, such as principal or coach.")
  static let purposeAdded = ChangeClass(
    "purpose-added", mirror: "purpose-dropped", .frame, "purpose of the conversation added",
    "The conversation has a purpose that it did not have.")
  static let purposeChanged = ChangeClass(
    "purpose-changed", mirror: nil, .frame, "purpose of the conversation changed",
    "A purpose of the conversation says something else.")
  static let purposeDropped = ChangeClass(
    "purpose-dropped", mirror: "purpose-added", .frame, "purpose of the conversation dropped",
    "The conversation no longer has a purpose.")
  static let purposeReworded = ChangeClass(
    "purpose-reworded", mirror: nil, .wording, "purpose of the conversation in other words",
    "A purpose of the conversation says the same in other words.")
  static let resultAdded = ChangeClass(
    "result-added", mirror: "result-dropped", .focus, "new expected result",
    "A result is expected that was not.")
  static let resultChanged = ChangeClass(
    "result-changed", mirror: nil, .focus, "expected result changed",
    "An expected result says something else.")
  static let resultDropped = ChangeClass(
    "result-dropped", mirror: "result-added", .focus, "expected result dropped",
    "A result is not expected any more.")
  static let resultReworded = ChangeClass(
    "result-reworded", mirror: nil, .wording, "expected result in other words",
    "An expected result says the same in other words.")
  static let reviewAdded = ChangeClass(
    "review-added", mirror: "review-dropped", .new, "new review of the priorities",
    "There is a review of the priorities that there was not.")
  static let reviewDropped = ChangeClass(
    "review-dropped", mirror: "review-added", .dropped, "review of the priorities lost",
    "A review of the priorities is not in the schedule any more.")
  static let roleAdded = ChangeClass(
    "role-added", mirror: "role-dropped", .focus, "new coaching role",
    "The coach has a role that was not in the focus.")
  static let roleDocumentAdded = ChangeClass(
    "role-document-added", mirror: "role-document-dropped", .frame, "document on the coach's roles added",
    "The agreement names a document on the coach's roles that it did not name.")
  static let roleDocumentChanged = ChangeClass(
    "role-document-changed", mirror: nil, .frame, "document on the coach's roles changed",
    "A document on the coach's roles is another one, or another part of it.")
  static let roleDocumentDropped = ChangeClass(
    "role-document-dropped", mirror: "role-document-added", .frame, "document on the coach's roles dropped",
    "The agreement no longer names a document on the coach's roles.")
  static let roleDocumentReworded = ChangeClass(
    "role-document-reworded", mirror: nil, .wording, "document on the coach's roles in other words",
    "A document on the coach's roles is named in other words.")
  static let roleDropped = ChangeClass(
    "role-dropped", mirror: "role-added", .focus, "coaching role dropped",
    "A role of the coach is not in the focus any more.")
  static let roleReworded = ChangeClass(
    "role-reworded", mirror: nil, .focus, "coaching role described differently",
    "What a role of the coach means here has other words.")
  static let sectionNoLongerSetAside = ChangeClass(
    "section-no-longer-set-aside", mirror: "section-set-aside", .new, "section no longer called not relevant",
    "A section was called not relevant as a whole, and is so no longer.")
  static let sectionReasonChanged = ChangeClass(
    "section-reason-changed", mirror: nil, .changed, "section not relevant for another reason",
    "A section is called not relevant as a whole in both, for different reasons.")
  static let sectionSetAside = ChangeClass(
    "section-set-aside", mirror: "section-no-longer-set-aside", .dropped, "section called not relevant",
    "A section is now called not relevant as a whole. A topic of it that had an answer is told of by itself.")
  static let signatureAdded = ChangeClass(
    "signature-added", mirror: "signature-removed", .frame, "signed",
    "A person signed. Only within one school year.")
  static let signatureChanged = ChangeClass(
    "signature-changed", mirror: nil, .frame, "signed again",
    "A person signed another text, on another day or in another way. Only within one school year.")
  static let signatureRemoved = ChangeClass(
    "signature-removed", mirror: "signature-added", .frame, "signature removed",
    "A person's signature is gone or withdrawn. Only within one school year.")
  static let statusChanged = ChangeClass(
    "status-changed", mirror: nil, .frame, "status changed",
    "A draft became an agreement, or the other way round. Only within one school year.")
  static let strengthAdded = ChangeClass(
    "strength-added", mirror: "strength-dropped", .focus, "strength named",
    "A strength is named that was not named before.")
  static let strengthChanged = ChangeClass(
    "strength-changed", mirror: nil, .focus, "strength changed",
    "A strength says something else.")
  static let strengthDropped = ChangeClass(
    "strength-dropped", mirror: "strength-added", .focus, "strength no longer named",
    "A strength is not named any more.")
  static let strengthReworded = ChangeClass(
    "strength-reworded", mirror: nil, .wording, "strength in other words",
    "A strength is named in other words that say the same.")
  static let takingPartOptional = ChangeClass(
    "taking-part-optional", mirror: "taking-part-required", .access, "taking part is more of a choice",
    "What teachers had to take part in is now their choice, or more of it is, as far as the words tell.")
  static let takingPartRequired = ChangeClass(
    "taking-part-required", mirror: "taking-part-optional", .access, "taking part is more of a duty",
    "What was the teachers' choice is now required, or more of it is, as far as the words tell.")
  static let teacherNamingChanged = ChangeClass(
    "teacher-naming-changed", mirror: nil, .confidentiality, "naming of teachers changed",
    "What the agreement says about naming teachers has other words; read both.")
  static let tellingAdded = ChangeClass(
    "telling-added", mirror: "telling-dropped", .new, "now said: how teachers are told",
    "The agreement says how teachers hear of a topic, and did not.")
  static let tellingChanged = ChangeClass(
    "telling-changed", mirror: nil, .changed, "teachers are told in another way",
    "Teachers hear of a topic in another way.")
  static let tellingDropped = ChangeClass(
    "telling-dropped", mirror: "telling-added", .dropped, "no longer said: how teachers are told",
    "The agreement no longer says how teachers hear of a topic.")
  static let textInherited = ChangeClass(
    "text-inherited", mirror: "text-left-behind", .standing, "new principal has not signed what was carried on",
    "A principal who is new has not signed the text that was carried on, so that nobody in that office has agreed to it again."
  )
  static let textLeftBehind = ChangeClass(
    "text-left-behind", mirror: "text-inherited", .standing, "former principal had not signed what was carried on",
    "A principal who is gone had not signed the text that was carried on.")
  static let topicAnswered = ChangeClass(
    "topic-answered", mirror: "topic-unanswered", .new, "new answer",
    "A topic has an answer that had none.")
  static let topicCarried = ChangeClass(
    "topic-carried", mirror: "topic-confirmed", .changed, "answer copied and not agreed yet",
    "An answer is marked as last year's, to be agreed again. Only within one school year.")
  static let topicChanged = ChangeClass(
    "topic-changed", mirror: nil, .changed, "answer changed",
    "The answer to a topic says something else.")
  static let topicConfirmed = ChangeClass(
    "topic-confirmed", mirror: "topic-carried", .changed, "copied answer agreed",
    "An answer that was carried over is agreed. Only within one school year.")
  static let topicNoLongerOpen = ChangeClass(
    "topic-no-longer-open", mirror: "topic-opened", .new, "no longer left open",
    "A topic that was left open is not open any more.")
  static let topicNoLongerSetAside = ChangeClass(
    "topic-no-longer-set-aside", mirror: "topic-set-aside", .new, "no longer called not relevant",
    "A topic that was not relevant is so no longer.")
  static let topicNotesChanged = ChangeClass(
    "topic-notes-changed", mirror: nil, .frame, "notes changed",
    "The notes beside the answer to a topic are not the same.")
  static let topicOpened = ChangeClass(
    "topic-opened", mirror: "topic-no-longer-open", .dropped, "left open",
    "A topic is left open to be settled later. Where it had an answer, that answer is lost for now.")
  static let topicReworded = ChangeClass(
    "topic-reworded", mirror: nil, .wording, "answer in other words",
    "The answer to a topic says the same in other words.")
  static let topicSetAside = ChangeClass(
    "topic-set-aside", mirror: "topic-no-longer-set-aside", .dropped, "called not relevant",
    "A topic is now called not relevant.")
  static let topicStillOpen = ChangeClass(
    "topic-still-open", mirror: nil, .standing, "still left open",
    "A topic is open in both school years.")
  static let topicStrengthened = ChangeClass(
    "topic-strengthened", mirror: "topic-weakened", .strengthened, "answer strengthened",
    "The answer to a topic promises more.")
  static let topicUnanswered = ChangeClass(
    "topic-unanswered", mirror: "topic-answered", .dropped, "answer dropped",
    "A topic had an answer and has none now.")
  static let topicWeakened = ChangeClass(
    "topic-weakened", mirror: "topic-strengthened", .weakened, "answer weakened",
    "The answer to a topic promises less: a hedge, \"may\" for \"will\", less often.")
  static let yearChanged = ChangeClass(
    "year-changed", mirror: nil, .frame, "dates or id of the agreement changed",
    "The first or the last day of the year, or the id of the agreement, is another one; within one school year also the year itself."
  )
}
