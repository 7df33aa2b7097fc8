/// Words of the rule about evaluation, besides those of its phrases.
package enum EvaluationWords {
  package static let records: WordSet = [
    "checklist", "checklists", "comments", "conversations", "data", "evidence", "feedback", "form", "forms",
    "impressions", "information", "log", "logs", "note", "notes", "observation", "observations", "opinion", "record",
    "recordings", "records", "report", "reports", "rubric", "scores", "video", "videos", "visit", "visits",
    "walkthrough", "walkthroughs", "write-ups",
  ]

  package static let feedings: WordSet = [
    "attached", "become", "becomes", "cited", "consider", "considered", "considers", "consult", "consults",
    "contribute",
    "contributes", "copied", "count", "counts", "draw", "draws", "enter", "enters", "evidence", "factor", "factors",
    "feed", "feeds", "filed", "go", "goes", "included", "includes", "influence", "influences", "inform", "informs",
    "part", "placed", "read", "reads", "review", "reviews", "shape", "shapes", "support", "supports", "use", "used",
    "uses", "using",
  ]

  /// Verbs for taking part in something.
  package static let parts: WordSet = [
    "advise", "advises", "assist", "assists", "attend", "attends", "complete", "completes", "conduct", "conducts",
    "contribute", "contributes", "decide", "decides", "do", "does", "draft", "drafts", "give", "gives", "has", "have",
    "help", "helps", "inform", "informs", "join", "joins", "lead", "leads", "participate", "participates", "prepare",
    "prepares", "provide", "provides", "recommend", "recommends", "review", "reviews", "sign", "signs", "sit", "sits",
    "submit", "submits", "support", "supports", "vote", "votes", "weigh", "weighs", "write", "writes",
  ]

  /// Words that show an evaluation is mentioned only for its papers and meetings.
  package static let papers: WordSet = [
    "committee", "conference", "conferences", "cycle", "decision", "decisions", "evidence", "file", "files", "folder",
    "folders", "form",
    "forms", "input", "interview", "interviews", "letter", "letters", "meeting", "meetings", "observation",
    "observations", "paperwork", "process", "rating", "ratings", "report", "reports", "rubric", "score", "scores",
    "summary", "team", "visit", "visits",
  ]

  /// Verbs for making a visit.
  package static let makings: WordSet = [
    "carries", "carry", "divide", "divides", "handle", "handles", "make", "makes", "perform", "performs", "run", "runs",
    "schedule", "schedules", "share", "shares", "split", "splits", "take", "takes",
  ]

  package static let numerals: WordSet = [
    "a", "additional", "an", "co", "formal", "four", "named", "of", "official", "one", "our", "primary", "second",
    "secondary", "teacher", "the", "their", "third", "three", "two",
  ]

  /// Words that separate something from what follows.
  package static let apart: WordSet = [
    "about", "after", "apart", "before", "from", "if", "outside", "separate", "separately", "that", "until", "when",
    "while", "who",
  ]

  package static let votes: WordSet = [
    "advise", "advises", "choose", "chooses", "decide", "decides", "determine", "determines", "place", "places",
    "propose", "proposes", "put", "puts", "recommend", "recommends", "refer", "refers", "select", "selects", "suggest",
    "suggests", "vote", "votes",
  ]
}
