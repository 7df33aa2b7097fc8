internal import Agreement

/// What a renewed agreement has to say, found without looking at the layout of the file; the edits are checked against it.
struct RenewedForm {
  private let renewal: Renewal
  private let people: LeavingPeople
  private let moved: MovedDays

  init(_ renewal: Renewal, _ people: LeavingPeople, _ moved: MovedDays) {
    self.renewal = renewal
    self.people = people
    self.moved = moved
  }

  func form(of agreement: Agreement) -> FormTree {
    var form = FormTree(agreement)
    let ends = form["ends"]
    form["school-year"] = .text(renewal.year.description)
    form["starts"] = .text(renewal.starts.description)
    form["ends"] = .text(renewal.ends.description)
    form["status"] = .text(Status.draft.rawValue)
    form["amended"] = nil
    form["signatures"] = nil
    let (gone, all) = (Set(people.gone), Set(people.all))
    form.edit("participants") { participants in
      participants.editMembers { id, person in
        if gone.contains(id) { return nil }
        var person = person
        person["joined"] = nil
        person["concerns"] = nil
        if all.contains(id), person["left"] == nil { person["left"] = ends }
        return person
      }
    }
    form.edit("conversation") { conversation in
      for key in ["absent", "date", "facilitator", "note-taker"] { conversation[key] = nil }
    }
    form.edit("norms") { $0["reviewed"] = nil }
    form.edit("topics") { topics in
      for section in topics.keys { topics.edit(section) { renew(section: &$0) } }
    }
    form.edit("drafting") { drafting in
      move("due", &drafting)
      handOn("owner", &drafting, toOthers: false)
      for step in ["review", "sign"] { drafting.edit(step) { move("due", &$0) } }
    }
    form.edit("meetings") { meetings in
      handOn("invitations", &meetings)
      meetings.edit("schedule") { schedule in
        schedule.editItems { meeting in
          move("date", &meeting)
          move("dates", &meeting)
        }
      }
    }
    return form
  }

  private func renew(section: inout FormTree) {
    section["not-relevant"] = nil
    for topic in section.keys where topic != "told-to-teachers" {
      guard let answer = section[topic] else { continue }
      if answer["not-relevant"] != nil || answer["open"] != nil {
        section[topic] = nil
        continue
      }
      section.edit(topic) { answer in
        if let agreed = answer["agreed"] {
          answer["agreed"] = nil
          answer["carried"] = agreed
        }
        answer.edit("commitments") { commitments in
          commitments.editItems { commitment in
            move("due", &commitment)
            handOn("owner", &commitment)
          }
        }
      }
    }
  }

  private func move(_ key: String, _ form: inout FormTree) {
    func moved(_ day: FormTree) -> FormTree {
      guard let text = day.text, let date = CalendarDate(text.utf8), let new = self.moved(date) else { return day }
      return .text(new.description)
    }
    form.edit(key) { days in
      if case .list(let items) = days { days = .list(items.map(moved)) } else { days = moved(days) }
    }
  }

  private func handOn(_ key: String, _ form: inout FormTree, toOthers: Bool = true) {
    form.edit(key) { owners in
      let ids = owners.items.compactMap(\.text)
      var known = Set(ids.filter { people.successors[$0] == nil })
      var result: [FormTree] = []
      for id in ids {
        guard let new = people.successors[id] else {
          result.append(.text(id))
          continue
        }
        if !toOthers, people.others.contains(new) {
          result.append(.text(id))
        } else if known.insert(new).inserted {
          result.append(.text(new))
        }
      }
      owners = result.count == 1 ? result[0] : .list(result)
    }
  }
}
