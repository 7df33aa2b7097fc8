/// Results that are a way of teaching, without naming a teacher who has to use it.
extension Phrases {
  /// What makes a result dictate the technique, wherever it begins.
  package static let methods = Phrases(
    [
      "fidelity to|of", "with fidelity", "faithful to|implementation|use",
      "consistent|daily|schoolwide|school-wide|regular|full|uniform use|implementation of",
      "@thing|@technique * posted|visible|displayed|written|hung * in|on|at|outside * every|each|all|classroom|classrooms|room|rooms|board|boards|@grades",
      "posted|visible|displayed in|on|at * every|each|all|classrooms|boards",
      "@each * lesson|lessons|class|classes|block|period|unit|day @beginning with|in|on",
      "lessons|classes|lesson|class|blocks @beginning with",
      "follow|follows|following|stay|stays|adhere|adheres|stick|sticks * pacing|script|scope|sequence|guide|manual|program|playbook",
      "@technique ** @often", "@often ** @technique",
      "@technique in|across|at|for ** @each|all|classrooms|classroom|rooms|blocks|block|lessons|grades|k-2|k-3|k-5|halls",
      "no more than|most # minutes of", "no more than|at ** minutes of lecture|talk|teacher",
      "# minutes of|on * lecture|@technique|phonics|reading|practice",
      "same * rubric|template|format|planner|slides|notebook|routine|agenda", "use|uses|using|used ** @technique",
      "@technique|model|workshop is|are|be used|required|expected|followed|taught|standard",
      "@technique for * first|last",
      "@technique ** in # * walkthroughs|lessons|classrooms|visits|observations|rooms",
      "everyone|everybody|all|every|each * plan|plans|teach|teaches with|from|in * template|format|script|planner|playbook",
      "^ @technique $ $", "script|scripts|scripted * questions|lessons",
      "^ less|no|fewer|zero * lecture|lecturing|worksheets|worksheet|handouts|hand-raising|seatwork",
      "students|desks|kids|chairs in * rows|pods|groups|fours",
    ],
    classes: [
      "thing": [
        "targets", "target", "objectives", "objective", "standards", "standard", "agenda", "agendas", "goals",
        "statements", "criteria", "vocabulary", "questions", "charts", "stems", "walls", "wall", "schedules", "rules",
      ],
      "each": ["every", "each", "all", "100"],
      "often": ["daily", "every", "each", "everyday", "times", "times", "weekly", "always", "per"],
      "beginning": [
        "begin", "begins", "start", "starts", "end", "ends", "open", "opens", "close", "closes", "finish", "finishes",
      ],
      "grades": ["k-2", "k-3", "k-5", "grades"],
      "technique": [
        "exit", "ticket", "tickets", "think-pair-share", "turn-and-talk", "kagan", "cornell", "avid", "stations",
        "centers",
        "rotations", "workshop", "warm-up", "warm-ups", "bell-ringer", "bell-ringers", "bellringers", "bellwork",
        "do-now", "do-nows", "whiteboards", "organizers", "notebooks", "mini-lesson", "mini-lessons", "read-aloud",
        "read-alouds", "think-alouds", "round-robin", "jigsaw", "seminar", "seminars", "gallery", "stems", "frames",
        "charts", "dok", "siop", "udl", "5e", "phonics", "small-group", "modeling", "flashcards", "worksheets", "talks",
        "maps", "choral", "popcorn", "i-do", "release", "direct", "inquiry", "walls", "scripts", "brain", "close",
        "cold",
      ],
    ])
}
