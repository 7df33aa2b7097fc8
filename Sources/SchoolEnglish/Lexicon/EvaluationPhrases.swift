/// Ways in which coaching becomes part of rating teachers, other than through the word "evaluates".
extension Phrases {
  /// What the coach does that judges teachers.
  package static let evaluationsByCoach = Phrases(
    [
      "@doing * @form",
      "@doing * formative|formal|official|evaluative|summative|post-observation|pre-observation|evaluation|appraisal|probationary * observation|observations|conference|conferences|visit|visits|file|walkthrough|walkthroughs",
      "assist|assists|help|helps|share|shares|take|takes|do|does|split|splits|conduct|conducts * teacher|formal|classroom|the observations|evaluations|appraisals|ratings",
      "walk-through|walkthrough|walk-throughs|walkthroughs|observation|observations * @doing ** scores|rating|rubric|form",
      "ranking|rankings|rating|ratings of * staff|teachers|teacher|faculty|them",
      "rank|ranks|rate|rates * staff|teachers|teacher|faculty",
      "^ * evaluator|appraiser|rater for|of $",
      "evaluator|appraiser|rater for|of * teachers|hires|staff|grade|grades|years",
      "recommend|recommends|advise|advises|tell|tells|say|says|decide|decides|report|reports|input|opinion|weigh|weighs|vote|votes|suggest|suggests ** which|who|whether|whom ** kept|retained|renewed|renewal|released|rehired|let|dismissed|stay|stays|tenure|contract|back|return|returns",
      "report|reports|tell|tells|document|documents|note|notes|inform|informs|flag|flags|list|lists ** who|which|whether|that|if ** improving|struggling|failing|met|meets|complied|growing|cooperating|cooperate|refuses|refused|behind|resisting|weak|resistant|ineffective|passed",
      "report|reports|tell|tells|list|lists|flag|flags|inform|informs * principal|principals|administrator|administrators|admin|administration|ap|aps who|which * not|never|barely|rarely * following|follow|follows|using|use|uses|implementing|implement|implements|doing|does",
      "report|reports|tell|tells|list|lists|flag|flags|inform|informs ** who|which|whether ** not|below|under|short * meet|meets|standard|standards|expectation|expectations|bar",
      "@overseeing * improvement|growth|assistance|corrective|remediation plan|plans",
      "@overseeing * plan|plans of|for improvement|assistance|correction|remediation",
    ], classes: classesOfEvaluation)

  /// What coaching shows is used to judge, or teachers are sent to coaching because they were judged.
  package static let evaluationsWithCoaching = Phrases(
    [
      "improvement|growth|assistance|remediation|action|corrective|support plan|plans ** @overseeing",
      "plan|plans of improvement|assistance|correction|remediation|action ** @overseeing",
      "@feeding * toward|towards|for|in|into|to|as|part|with|on|when|by ** @judging",
      "@feeding ** personnel|probationary|evaluation|appraisal file|folder|record|records|review|portfolio",
      "@feeding * in|into|to|for|as|when|toward|towards|on * @judging",
      "information|info|evidence|data|input|documentation|whatever|anything|everything|what|facts|feedback|details|notes * for|needs|needed|wants|requests|required|used * @judging",
      "information|info|evidence|whatever|anything|everything|what * bears|bear|relevant|related|pertinent|useful|connected * @judging",
      "@judging * coach provides|gives|supplies|shares|sends|helps|writes|signs",
      "rated|rating|ratings|score|scores|mark|marks|proficient|ineffective|developing|needs-improvement|unsatisfactory|basic ** must|required|assigned|placed|mandatory|referred|sent|have",
      "required|assigned|placed|mandatory|referred|must|sent ** rated|rating|ratings|evaluation|evaluations|appraisal|unsatisfactory|ineffective|needs-improvement|observation|observations",
      "refusal|refusing|declining|participation|nonparticipation|failure ** evaluation|evaluations|evaluated|appraisal|appraisals|rating|file|write-up|review|discipline|insubordination",
      "score|scores|growth|results|outcome|outcomes ** count|counts|counted|considered|factored|factor|weighed toward|towards|in|into|when|for|as * teacher|teachers|teacher's|contract|contracts|rating|ratings|score|scores|evaluation|evaluations",
    ], classes: classesOfEvaluation)

  /// How a coach who is one of the raters is introduced.
  package static let ratersByIntroduction = Phrases(
    [
      "^ as * evaluator|appraiser|rater|inspector $",
      "as|is|be * evaluator|appraiser|rater of|for * teachers|staff|lessons|teaching",
      "who|that|to * @rate|observe|observes|monitor|monitors and|or @rate * teachers|lessons|staff|classrooms|teaching|them",
      "who|that * @rate * teachers|lessons|staff|classrooms|teaching",
      "part|member|arm|one of * evaluation|appraisal|supervisory team|committee|system|staff|office",
      "part|member|one of * evaluators|appraisers",
      "on evaluation|appraisal|observation team|committee",
      "principal's|principal|administration|office|leadership eyes and ears",
      "eyes and ears of",
    ],
    classes: [
      "rate": [
        "appraise", "appraises", "evaluate", "evaluates", "grade", "grades", "judge", "judges", "rank", "ranks", "rate",
        "rates", "score", "scores",
      ]
    ])

  /// What the coach does that reports on teachers or grades them.
  package static let ratingsByCoach = Phrases(
    [
      "@telling ** who|which|whom|what * teacher|teachers|staff ** on|onto|under plan|plans|probation $",
      "@telling ** who|which|whom|what * @should * on|onto plan|plans|probation $",
      "@telling|@flagging ** which|what * teacher|teachers|staff * not|don't|never * @doing",
      "@telling|@flagging ** which|what * teacher|teachers|staff @missing",
      "@telling|@flagging ** who|which * not|isn't|aren't|never|doesn't|don't * following|using|teaching|doing|trying|implementing|cooperating|planning|growing|improving|participating|follow|use|teach|do|try|implement|plan|participate",
      "@flagging|writes|write * teachers|teacher|staff|those|anyone who|that @missing",
      "@flagging|writes|write * teachers|teacher|staff|those|anyone who|that * not|don't|never * @doing",
      "writes|write up teachers|teacher|staff|those|anyone|people who|that|for",
      "writes|write teachers|staff|anyone|people up",
      "gives|give|assigns|assign * each|every|all|teachers|teacher|lesson|lessons * grade|rating|score|mark $",
      "@passing * rating|ratings|grade|grades|score|scores|mark|marks of|for|on * lesson|lessons|teacher|teachers|teaching|class|classroom|visit|instruction",
      "@filling * state|formal|official|mandated|required|evaluation|appraisal|observation form|forms|rubric|checklist|instrument for|on|of * teacher|teachers|hire|hires",
      "@filling * state|formal|official|mandated|required observation|evaluation|appraisal form|forms|rubric|instrument|tool",
      "@passing|tells|tell * to|with * evaluator|evaluators|appraiser|appraisers $",
      "tells|tell|informs|inform|sends|send|gives|give evaluator|evaluators|appraiser|appraisers",
    ], classes: classesOfRaters)

  /// What coaching passes on to those who rate.
  package static let reportsToRaters = Phrases(
    [
      "asks|ask|invites|invite|requests|wants|consults|gets|takes|collects * coach * for|about * @input * for|on|in|into|to|toward ** @judging",
      "use|uses|used * in|for|during|as * performance review|reviews|rating|ratings|conference|conferences",
      "use|uses|used * in|for|during|as * year-end|annual|mid-year|end-of-year rating|ratings|evaluation|evaluations|appraisal",
      "@sharing ** scores|notes|data|evidence|log|logs|ratings|observations|records|feedback|forms for|toward|towards|into * @judging",
      "log|logs|notes|record|records|list|form|forms ** principal|administrator|ap|office|district uses|use|needs|needs|reads|consults|wants * for|in|during|before * @judging",
      "how|what|which|who * teacher|teachers|they|is * doing|does|improving|growing|coming|progressing|performing * for|toward|towards|into * @judging",
      "visit|visits|walkthrough|walkthroughs|drop-ins|observations * that|which count|counts|serve|serves as|toward|for * observation|observations|evaluation|evaluations|rating|ratings",
      "go|goes|sent|given|forwarded|copied|passed|shared * to|with * evaluator|evaluators|appraiser|appraisers $",
    ], classes: classesOfRaters)

  private static let classesOfRaters: KeyValuePairs<StaticString, [StaticString]> = [
    "telling": [
      "advise", "advises", "inform", "informs", "list", "lists", "name", "names", "notifies", "notify", "recommend",
      "recommends", "report", "reports", "say", "says", "suggest", "suggests", "tell", "tells",
    ],
    "flagging": [
      "document", "documents", "flag", "flags", "list", "lists", "name", "names", "report", "reports", "track",
      "tracks",
    ],
    "should": ["be", "belong", "belongs", "go", "goes", "needs", "should"],
    "missing": [
      "avoid", "fail", "ignore", "ignores", "lag", "miss", "misses", "refuse", "refuses", "resist", "skip", "skips",
      "struggle",
    ],
    "doing": [
      "comply", "cooperate", "follow", "hand", "implement", "improve", "plan", "post", "submit", "teach", "try", "turn",
      "use",
    ],
    "passing": [
      "email", "emails", "file", "files", "forward", "forwards", "give", "gives", "hand", "hands", "report", "reports",
      "send", "sends", "share", "shares", "submit", "submits", "turn", "turns",
    ],
    "filling": [
      "complete", "completes", "do", "does", "fill", "fills", "prepare", "prepares", "sign", "signs", "submit",
      "submits", "use", "uses", "write", "writes",
    ],
    "input": [
      "evidence", "examples", "facts", "feedback", "impressions", "information", "input", "notes", "observations",
      "opinion", "opinions", "ratings", "thoughts", "view", "views",
    ],
    "sharing": [
      "collect", "collects", "gather", "gathers", "give", "gives", "keep", "keeps", "pool", "provide", "provides",
      "save", "saves", "send", "sends", "share", "shares", "supplies", "supply", "use", "uses",
    ],
    "judging": [
      "appraisal", "appraisals", "evaluation", "evaluations", "nonrenewal", "probation", "rating", "ratings", "renewal",
      "renewals", "tenure",
    ],
  ]

  private static let classesOfEvaluation: KeyValuePairs<StaticString, [StaticString]> = [
    "feeding": [
      "used", "use", "uses", "considered", "counts", "count", "counted", "goes", "go", "kept", "keep", "keeps",
      "placed", "filed", "attached", "noted", "recorded", "included", "reported", "factored", "factor", "factors",
      "inform", "informs", "part", "added", "copied", "shared", "cited", "becomes", "become", "saved", "weighed",
      "stored", "put", "entered", "evidence", "given", "sent", "shape", "shapes",
    ],
    "judging": [
      "evaluation", "evaluations", "evaluation's", "appraisal", "appraisals", "rating", "ratings", "renewal",
      "renewals",
      "non-renewal", "nonrenewal", "tenure", "t-tess", "danielson", "marzano", "summative", "personnel", "probation",
      "contract", "contracts", "write-up", "write-ups", "discipline", "termination", "hr", "dismissal", "reappointment",
      "rehiring", "appraised", "evaluated", "rated", "evaluating", "rehired", "renewed", "evaluate", "annual",
    ],
    "doing": [
      "complete", "completes", "completing", "conduct", "conducts", "conducting", "fill", "fills", "filling", "score",
      "scores", "scoring", "turn", "turns", "sit", "sits", "do", "does", "doing", "use", "uses", "write", "writes",
      "carry", "carries", "mark", "marks", "submit", "submits", "sign", "signs", "lead", "leads", "share", "shares",
      "rate", "rates",
    ],
    "form": [
      "rubric", "t-tess", "danielson", "marzano", "rating", "ratings", "observation-form", "evaluation", "evaluations",
      "appraisal", "appraisals",
    ],
    "overseeing": [
      "monitor", "monitors", "monitored", "monitoring", "sign", "signs", "tells", "tell", "reports", "report",
      "documents", "document", "writes", "write", "oversee", "oversees", "decides", "decide", "tracks", "track",
      "manages", "manage", "lead", "leads", "assigned", "lifted", "required", "must", "verify", "verifies",
      "supervise", "supervises", "enforce", "enforces", "judge", "judges", "placed",
    ],
  ]
}
