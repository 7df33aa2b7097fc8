internal import Agreement
internal import AgreementLint
internal import AgreementReporting
internal import TextSupport

/// How agreements stand, for programs.
enum StatusJSON {
  /// The number of the form; it changes when a member is removed or means something else.
  static let version = 1

  static func text(of report: StatusReport) -> String {
    var writer = JSONWriter(indented: true)
    writer.object { writer in
      writer.member("version", version)
      writer.objects("agreements", report.rows) { row, writer in
        writer.member("path", row.path)
        writer.member("id", row.id)
        writer.member("school", row.school)
        writer.member("school-year", row.year?.description)
        writer.member("status", row.isDraft ? "draft" : "agreed")
        writer.object("topics") { writer in
          writer.member("settled", row.settled)
          writer.member("open", row.topics.count(.open))
          writer.member("carried", row.topics.count(.carried))
          writer.member("unanswered", row.topics.count(.unanswered))
        }
        writer.member("signed", row.signed)
        writer.objects("signers", row.signers) { signer, writer in
          writer.member("id", signer.id)
          writer.member("state", state(of: signer))
          writer.member("accepted", signer.isAccepted)
          writer.member("signed", signer.signed?.description)
        }
        writer.key("next-meeting")
        if let meeting = row.nextMeeting {
          writer.object { writer in
            writer.member("date", meeting.day.description)
            writer.member("at", meeting.at?.description)
            writer.member("what", meeting.what)
          }
        } else {
          writer.null()
        }
        writer.key("next-due")
        if let due = row.nextDue {
          writer.object { writer in
            writer.member("date", due.day.description)
            writer.member("owners", due.owners)
            writer.member("does", due.does)
          }
        } else {
          writer.null()
        }
        writer.member("errors", row.errors)
        writer.member("warnings", row.warnings)
      }
    }
    return TerminalText.escapeJSON(writer.text) + "\n"
  }

  private static func state(of signer: SignedPerson) -> String {
    switch signer.state {
    case .verified: "verified"
    case .paper: "paper"
    case .typed: "typed"
    case .unverified: "unverified"
    case .unbound: "unbound"
    case .stale: "stale"
    case .invalid: "invalid"
    case .withdrawn: "withdrawn"
    case .missing: "missing"
    }
  }
}
