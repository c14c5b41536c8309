import Exchange
import Testing
import Timeline
import Workforce

@Suite struct WorkspaceCentreTests {
  @Test("A good workspace has no finding") func noFinding() throws {
    #expect(try Acme().findings == [])
  }

  @Test("Every field of every file arrives in the centre") func everyField() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    #expect(centre.name == "acme")
  }
}
