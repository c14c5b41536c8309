import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Wish")
struct WishTests {
  private func isBroken(_ content: Wish.Content, by template: ShiftTemplate.ID, at start: Int)
    -> Bool
  {
    Wish(agent: "a", day: Worlds.monday, content: content)
      .isBroken(byTemplate: template, start: start)
  }

  @Test("Any shift breaks the wish for a day off")
  func off() {
    #expect(isBroken(.off, by: "day", at: 480))
  }

  @Test("A shift of another template breaks the wish for one")
  func template() {
    #expect(!isBroken(.template("day"), by: "day", at: 480))
    #expect(isBroken(.template("day"), by: "night", at: 480))
  }

  @Test("Both bounds of a wish for a start are kept; a minute more is not")
  func start() throws {
    let morning = Wish.Content.start(from: try time("07:00"), to: try time("09:30"))
    for (start, broken) in [(419, true), (420, false), (570, false), (571, true)] {
      #expect(isBroken(morning, by: "day", at: start) == broken)
    }
    // A shift that starts at 25:00 of its day has not started by 24:00.
    let late = Wish.Content.start(from: try time("20:00"), to: .endOfDay)
    #expect(!isBroken(late, by: "night", at: 1440))
    #expect(isBroken(late, by: "night", at: 1500))
  }

  @Test("Wishes go through a file")
  func coding() throws {
    let contents: [Wish.Content] = [
      .off, .template("day"), .start(from: .midnight, to: .endOfDay),
    ]
    let wishes = contents.map {
      Wish(agent: "a", day: Worlds.monday, content: $0, weight: 0.1)
    }
    #expect(try throughJSON(wishes) == wishes)
  }
}
