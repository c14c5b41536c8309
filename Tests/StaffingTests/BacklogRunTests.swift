import Staffing
import Statistics
import TestSupport
import Testing
import Workforce

@Suite("Work carried on")
struct BacklogRunTests {
  @Test("What is due earliest is done first, and the rest is carried over closed slots")
  func carried() {
    // Slot 0: 5 due in slot 3, and 2 due in slot 0; 3 can be done: the 2, then 1 of the 5. Slots 1
    // and 2 are closed. In slot 3 two more of the 5 are done in time, and 2 are left too late.
    let batches = [
      BacklogRun.Batch(work: 5, slot: 0, due: 3), BacklogRun.Batch(work: 2, slot: 0, due: 0),
    ]
    let run = BacklogRun(of: batches, capacity: [3, 0, 0, 2, 9])
    #expect(run.done == [3, 0, 0, 2, 2])
    #expect(run.left == [4, 4, 4, 2, 0])
    #expect(run.overdue == [0, 0, 0, 2, 0])
    #expect(run.oldest == [0, 1, 2, 3, 0])
    #expect(run.inTime == [3, 2])
    // 5 of 7 in time.
    #expect(run.serviceLevel(of: batches) == 5.0 / 7)
  }

  @Test("What lay there before the first slot is there at once, with its age")
  func opening() {
    let batches = [BacklogRun.Batch(work: 4, slot: -8, due: 1)]
    let run = BacklogRun(of: batches, capacity: [1, 1])
    #expect(run.left == [3, 2])
    #expect(run.oldest == [8, 9])
    #expect(run.overdue == [0, 2])
  }

  @Test("Nothing to do, nobody to do it, and no slot are answers")
  func nothing() {
    #expect(BacklogRun(of: [], capacity: [1]).done == [0])
    let batches = [BacklogRun.Batch(work: 1, slot: 0, due: 0)]
    #expect(BacklogRun(of: batches, capacity: [0]).serviceLevel(of: batches) == 0)
    #expect(BacklogRun(of: batches, capacity: []).left == [])
    #expect(BacklogRun(of: [], capacity: []).serviceLevel(of: []) == nil)
  }

  @Test("No order of work keeps more dates: what the spread keeps, the run keeps")
  func keepsWhatTheSpreadKeeps() {
    forEvery(seed: 0..<100) { seed in
      var generator = Generator(seed: seed)
      let count = 10 + generator.index(below: 80)
      let window = 1 + generator.index(below: 12)
      // Work only where the whole window lies within the grid.
      let work = (0..<count).map { slot in
        slot + window <= count ? generator.uniform() : 0
      }
      let open = Array(repeating: true, count: count)
      let capacity = Backlog.spread(work, over: open, window: window).map { $0 + 1e-9 }
      let batches = work.enumerated().map { slot, work in
        BacklogRun.Batch(work: work, slot: slot, due: slot + window - 1)
      }
      let run = BacklogRun(of: batches, capacity: capacity)
      return close(run.serviceLevel(of: batches) ?? 0, 1, within: 1e-9)
        && close(run.done.reduce(0, +), work.reduce(0, +), within: 1e-6)
    }
  }
}
