import Staffing
import Statistics
import TestSupport
import Testing
import Workforce

@Suite("Work that may wait")
struct BacklogTests {
  @Test("Work is spread evenly over the slots of its time to answer")
  func spread() {
    // 6 in the first of five open slots, three slots to answer: 2 in each of the first three.
    let open = Array(repeating: true, count: 5)
    #expect(Backlog.spread([6, 0, 0, 0, 0], over: open, window: 3) == [2, 2, 2, 0, 0])
    // 6 and 3: 2, 2 + 1, 2 + 1, 1.
    #expect(Backlog.spread([6, 3, 0, 0, 0], over: open, window: 3) == [2, 3, 3, 1, 0])
  }

  @Test("The time to answer runs while the queue is open")
  func openHours() {
    let open = [true, false, true, true, false, true]
    #expect(Backlog.spread([6, 0, 0, 0, 0, 0], over: open, window: 3) == [2, 0, 2, 2, 0, 0])
    // What comes while closed counts for the next opening.
    #expect(Backlog.spread([0, 6, 0, 0, 0, 0], over: open, window: 3) == [0, 0, 2, 2, 0, 2])
  }

  @Test("What the end leaves over is there at the start, as from the week before")
  func circle() {
    let open = [false, true, true, true, false]
    // Of 6 at the last open slot, 3 go on to the first; what comes after closing all does.
    #expect(Backlog.spread([0, 0, 0, 6, 0], over: open, window: 2) == [0, 3, 0, 3, 0])
    #expect(Backlog.spread([0, 0, 0, 0, 6], over: open, window: 2) == [0, 3, 3, 0, 0])
  }

  @Test("A window of no slot is worked off at once, and one beyond the grid is level")
  func windows() {
    let open = Array(repeating: true, count: 4)
    #expect(Backlog.spread([1, 2, 3, 6], over: open, window: 0) == [1, 2, 3, 6])
    #expect(Backlog.spread([1, 2, 3, 6], over: open, window: 99) == [3, 3, 3, 3])
    #expect(Backlog.spread([1, 2], over: [false, false], window: 3) == [0, 0])
    #expect(Backlog.spread([], over: [], window: 3) == [])
  }

  @Test("All work is done, and none while closed")
  func conservation() {
    forEvery(seed: 0..<200) { seed in
      var generator = Generator(seed: seed)
      let count = 2 + generator.index(below: 300)
      let work = (0..<count).map { _ in 10 * generator.uniform() }
      var open = (0..<count).map { _ in generator.index(below: 3) > 0 }
      open[generator.index(below: count)] = true
      let window = generator.index(below: 2 * count)
      let spread = Backlog.spread(work, over: open, window: window)
      return close(spread.reduce(0, +), work.reduce(0, +), within: 1e-10)
        && zip(spread, open).allSatisfy { $0 >= 0 && ($1 || $0 == 0) }
    }
  }
}

extension BacklogTests {
  @Test("On the wall clock the time to answer runs on while closed")
  func wallClock() {
    let open = [true, false, false, true, true]
    // Three slots to answer, of which two are closed: all of it is done at once.
    #expect(
      Backlog.spread([6, 0, 0, 0, 0], over: open, window: 3, clock: .wall) == [6, 0, 0, 0, 0])
    // Four reach to the next opening.
    #expect(
      Backlog.spread([6, 0, 0, 0, 0], over: open, window: 4, clock: .wall) == [3, 0, 0, 3, 0])
    // What is due before anybody comes is done, too late, as soon as somebody does.
    #expect(
      Backlog.spread([0, 6, 0, 0, 0], over: open, window: 2, clock: .wall) == [0, 0, 0, 6, 0])
    // Behind the end it goes on at the start: slots 4 and 0.
    #expect(
      Backlog.spread([0, 0, 0, 0, 6], over: open, window: 2, clock: .wall) == [3, 0, 0, 0, 3])
  }

  @Test("With nobody ever closed both clocks say the same")
  func sameClocks() {
    forEvery(seed: 0..<100) { seed in
      var generator = Generator(seed: seed)
      let work = (0..<(1 + generator.index(below: 60))).map { _ in generator.uniform() }
      let open = Array(repeating: true, count: work.count)
      let window = generator.index(below: 80)
      return Backlog.spread(work, over: open, window: window)
        == Backlog.spread(work, over: open, window: window, clock: .wall)
    }
  }
}
