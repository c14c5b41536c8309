import CGLPK
import GLPK
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Solver threads")
struct SolverThreadTests {
  @Test("Eight searches on four threads equal the serial ones, bit for bit")
  func parallel() throws {
    let models = (0..<8).map { knapsack(things: 34, dimensions: 8, seed: $0) }
    let serial = try models.map { try $0.solve() }
    #expect(serial.allSatisfy { $0.ending == .optimal && $0.work.nodes > 10 })
    let parallel = Shelf<Outcome>()
    onThreads(4) { number in
      for index in [number, number + 4] {
        parallel.put(try? models[index].solve(), at: index)
      }
    }
    #expect((0..<8).map { parallel.taken(at: $0) } == serial)
  }

  @Test("Solves at once give what they give one by one")
  func tasks() async throws {
    let models = (0..<12).map { covering(slots: 40, shifts: 120, seed: $0) }
    let serial = try models.map { try $0.solve() }
    let outcomes = try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      for (index, model) in models.enumerated() {
        group.addTask { (index, try await SolverThread.solve(model)) }
      }
      return try await group.reduce(into: [Int: Outcome]()) { $0[$1.0] = $1.1 }
    }
    for index in models.indices { #expect(outcomes[index] == serial[index]) }
  }

  @Test("Work on its own thread answers and throws")
  func work() async throws {
    struct Mine: Error {}
    let model = covering(slots: 10, shifts: 20, seed: 1)
    let count = try await SolverThread.run { _ in try withProblem(model) { $0.variableCount } }
    #expect(count == 30)
    await #expect(throws: Mine.self) { try await SolverThread.run { _ in throw Mine() } }
    var wrong = model
    wrong.add(.nan * Variable(0) <= 1)
    await #expect(throws: Fault.self) { try await SolverThread.solve(wrong) }
  }

  @Test("A cancelled task gets its outcome, also when it waits in line")
  func cancelling() async throws {
    // Far more jobs than cores, each endless until it is cancelled.
    let jobs = (0..<20).map { _ in
      Task {
        try await SolverThread.run { cancellation in
          while !cancellation.isCancelled { sched_yield() }
          return true
        }
      }
    }
    for job in jobs.reversed() { job.cancel() }
    for job in jobs { #expect(try await job.value) }

    let model = knapsack(things: 60, dimensions: 8, seed: 1)
    let search = Task { try await SolverThread.solve(model) }
    search.cancel()
    #expect(try await search.value.ending == .cancelled)
  }

  @Test("A simplex under way is cancelled, and the thread goes on")
  func cancelledSimplex() throws {
    // Large enough to run for a second or more when nobody stops it.
    let model = scattered(rows: 1_000, columns: 2_000, entries: 10, seed: 1)
    let cancellation = Cancellation()
    onThreads(2) { number in
      if number == 0 {
        cancellation.cancel()
      } else {
        let outcome = try? model.solve(cancelling: cancellation)
        #expect(outcome?.ending == .cancelled)
        #expect(outcome?.best == nil)
        #expect((try? covering(slots: 10, shifts: 20, seed: 1).solve())?.ending == .optimal)
      }
    }
  }

  @Test("Two thousand threads leave no memory behind", .disabled(if: isSanitized))
  func manyThreads() async {
    await #expect(processExitsWith: .success) {
      func solveOnThreads(_ rounds: Int) {
        for _ in 0..<rounds {
          onThreads(8) { number in
            var model = Model()
            let x = model.variable(in: 0...4)
            let y = model.variable(in: 0...4)
            model.add(x + 2 * y <= Double(number))
            model.maximize(x + y)
            let outcome = try? model.solve()
            precondition(outcome?.ending == .optimal)
          }
        }
      }
      solveOnThreads(50)
      let before = residentPages()
      solveOnThreads(250)
      // An environment that is not freed leaves about 5 KiB: 2,000 of them are 2,500 pages.
      precondition(residentPages() - before < 600, "\(residentPages() - before) pages more")
    }
  }
}
