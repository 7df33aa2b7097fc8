/// Verdicts on somebody with a title or a full name, in forms other than "is weak".
extension Phrases {
  /// What follows the name.
  package static let verdictsAfterNames = Phrases(
    [
      "is|are|was|were|seems|be * @bad $",
      "has|had|have|with|got|gets|shows * @bad * @work",
      "lacks|lack|lacking|needs|without * @work|control|management|confidence|follow-through",
      "better|stronger|worse|weaker|slower|less * than NAME",
      "class|classes|scores|numbers|results|lessons|data * @worst|terrible|awful|embarrassing|bad|poor|low|chaos|chaotic|unacceptable|failing|failed|tanked",
      "had|has|have|with|got|gets|shows|posted|earned * @worst * @work|in|on|of",
      "would|should be * embarrassed|ashamed|fired|replaced|moved|let",
      "class|classes|room|classroom|students|kids|group|section|period|homeroom is|are|was|were * chaos|chaotic|wild|unruly|zoo|mess|circus|@worst",
      "class|room|cycle|cycles|lesson|lessons|unit|year failed|flopped|bombed|tanked|collapsed",
      "cycle|cycles|lesson|lessons|year was|were|is|are failure|disaster|waste|flop",
      "had|has|got|received|drew # complaints|grievances|write-ups",
      "had|has|got|received|drew two|three|four|five|several|many|most complaints|grievances|write-ups",
      "behind * others|rest|team|everyone|peers|colleagues",
      "rubs|drives * people|wrong|crazy|everyone",
      "is|are|was|were both * @bad $",
    ], classes: classes)

  /// What follows the name and is said only of people.
  package static let verdictsOfPersons = Phrases(
    [
      "whose * @work * @bad",
      "whose * @bad * @work",
      "who|and|is|are|was|were|both|has|have|had|with * @badPerson $",
      "has|had|have|having * trouble|difficulty|problems|issues * with|in|at|keeping|managing|getting",
      "@not * get|gets along|with",
      "@not * manage|manages|handle|handles|control|controls|keep|keeps * class|classes|classroom|students|kids|up|them|room|track",
      "@not * try|tries|accept|accepts|take|takes|listen|listens|work|works|plan|plans|prepare|prepares|cooperate|share|follow|follows|use|show|shows|participate|collaborate|buy|teach * $",
      "@not * try|accept|take|work|plan|share|follow|use|listen|buy * anything|feedback|advice|ideas|with|new|others|team|pacing|curriculum|in",
      "is|was negative in|at|toward|towards|all", "complains|gossips|whines|undermines|sabotages",
      "required|told|assigned|made|sent|ordered|put|forced|must|mandated ** because|since|after|due|following|for * her|his|their|low|poor|bad|results|scores|test|evaluation|class|performance",
      "because|since ** class|scores|results|students|kids * failed|fail|failing|low|lowest|bad|poor|dropped|worst|behind",
      "because * is|was * worst|weakest|behind|weak|poor|lazy|lowest|struggling|not",
      "to stop|quit|improve|change|shape|straighten|start|try",
      "class|classes|room|classroom|students|kids|group|section|period|homeroom is|are|was|were * out of control|hand",
      "block|blocks|blocked|blocking|resist|resisting|opposes|sabotage change|changes|everything|improvement",
      "is|are|was|were never * happy|satisfied|prepared|pleased|organized",
      "blames|blame|blaming|yells|yell|yelling|shouts|shouting|screams * students|kids|parents|team|others|everyone|coach|colleagues",
      "@not * keep|keeps|keeping|maintain|hold|holds * order|discipline|attention|control",
      "is|are|was|were in * over her|his|their head", "is|are|was|were|seems checked out", "burned|burnt out $",
      "has|have|had|with no * management|control|rigor|patience",
      "needs to retire|resign|quit", "should|must retire|resign|quit",
      "holds|drags * team|everyone|others|grade back|down",
      "comes|came|arrives|shows * unprepared|unplanned", "drags her|his|their feet",
      "does|do * bare minimum", "hates|hated|dreads * coaching|feedback|planning|students|kids|change|job",
      "talks|talk down to", "is|was|are * nonrenewed|non-renewed|let go|fired|disciplined",
      "given|has|have|had given up on", "is|are|was not * good fit|fit",
      "out of|from * bad|old|sloppy|lazy habits|ways",
      "a|an|the|our * @badPerson|@bad * participant|teacher|planner|person|link|attitude|colleague|member|case|teammate|communicator|one|apple",
      "cannot|can't|can * be trusted", "@not * get|gets|make|makes through", "@not * cut out|meant for|to",
      "is|are|was|were|seems negative|cynical|bitter about|toward|towards everything|everyone|coaching|anything|all|change|us|school",
      "is|are|was|were * hard|difficult|impossible|tough to coach|please|manage|teach $",
      "is|are|was|were * hard|difficult|impossible|tough to work|deal|plan with",
      "is|are just|only|simply counting|coasting|waiting|riding", "is|are coasting",
      "sits|sit at|behind her|his|their desk",
      "reads|read from|out * book|textbook|slides|script all|every|each|instead",
      "shows|show movies|videos all|every|most|instead|too", "on her|his|their phone all|during|most|constantly|too",
      "has|have|had * reputation for|of", "gets|get|has|had * most * complaints|referrals|write-ups",
      "doesn't|does|don't|didn't * understand|know|get * content|material|math|reading|standards|curriculum|subject",
      "does the minimum", "phones|phoning it in", "set in her|his|their ways", "stuck in * past|ways|nineties|90s",
    ], classes: classes)

  /// What comes before the name.
  package static let verdictsBeforeNames = Phrases(
    [
      "unlike NAME", "unlike @title",
      "@bad|@badPerson * link|teacher|planner|one|case|teachers|ones|spot * namely|is|are|such|especially|including|like|mainly",
      "@worst|@badPerson * is|are|namely",
      "everyone|everybody|all|nobody|anyone but|except|besides ** is|are|comes|does|has * solid|strong|good|great|board|effective|prepared|fine|excellent|better",
      "get|make|convince|force|push|pressure|help * @title * to stop|quit|improve|change|shape",
      "get|bring|help|move|push|pull * @title|NAME * up to standard|standards|par|expectations",
      "results|scores|numbers|grades|growth|data|attendance in|from|of|for * @title|NAME * room|class|classes|classroom|section|period|block were|was|are|is * @worst|poor|bad|weak|low|disappointing|unacceptable",
      "break|coach|cure|talk * @title * out|of", "than|as * @bad|poor|low|weak as", "better|stronger|worse|weaker than",
      "poor|bad|low|weak as", "tired|sick of", "start|starting|begin|begins * @worst",
    ], classes: classes)

  /// What nobody wants from the person whose name comes next; a denial is part of it.
  package static let refusalsOfNames = Phrases([
    "nobody|none|few|hardly|no * want|wants|likes|like|enjoys|trusts|dares|asks * work|working|plan|planning|teach|teaching|partner|be with|under|for|near",
    "nobody|none|few|no * trusts|trust|likes|like|respects|respect|believes",
  ])

  private static let classes: KeyValuePairs<StaticString, [StaticString]> = [
    "bad": [
      "bad", "boring", "careless", "chaotic", "clueless", "confusing", "defensive", "disorganized", "disappointing",
      "dull",
      "failing", "harsh", "hopeless", "incompetent", "ineffective", "inconsistent", "inflexible", "lazy", "messy",
      "overwhelmed", "poor", "reluctant", "resistant", "rude", "shallow", "sloppy", "struggling", "stubborn",
      "terrible", "toxic", "uncooperative", "unmotivated", "unorganized", "unprepared", "unprofessional", "unreliable",
      "unwilling", "weak", "weaker", "weakest", "worst", "lowest", "loud", "awful", "lacking", "flat", "unsafe",
      "burned-out", "mediocre", "outdated", "lackluster", "moody", "absent", "tardy",
    ],
    "badPerson": [
      "careless", "clueless", "defensive", "disorganized", "incompetent", "ineffective", "lazy", "overwhelmed",
      "reluctant", "resistant", "rude", "sloppy", "struggling", "stubborn", "toxic", "uncooperative", "unmotivated",
      "unorganized", "unprepared", "unprofessional", "unreliable", "unwilling", "weakest", "worst", "burned-out",
      "hopeless", "mediocre",
    ],
    "worst": [
      "weakest", "worst", "lowest", "poorest", "slowest", "terrible", "awful", "fewest", "least",
    ],
    "work": [
      "attitude", "class", "classes", "classroom", "communication", "control", "discipline", "engagement", "habits",
      "instruction", "lesson", "lessons", "management", "organization", "pacing", "planner", "planning", "plans",
      "preparation", "questioning", "rapport", "results", "scores", "score", "skills", "teaching", "teacher", "numbers",
      "growth", "data", "evaluation", "evaluations", "performance", "observation", "follow-through", "rigor",
    ],
    "not": [
      "doesn't", "didn't", "won't", "can't", "cannot", "not", "never", "refuses", "isn't", "rarely", "hardly", "seldom",
      "couldn't", "wouldn't", "unable", "fails",
    ],
    "title": ["mr", "mrs", "ms", "miss", "mx", "dr", "señor", "señora", "señorita"],
  ]
}
