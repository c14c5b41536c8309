import CGLPK
import GLPK
import Testing

/// Misuse that the library itself never lets through is done here directly in C.
@Suite("Guard")
struct GuardTests {
  /// Calls C with a small problem of two rows and two columns.
  private func withRawProblem<T>(_ body: (OpaquePointer) throws -> T) throws -> T {
    var made: OpaquePointer?
    #expect(nobat_create(&made) == 0)
    let problem = try #require(made)
    defer { nobat_delete(problem) }
    #expect(nobat_add_rows(problem, 2, [0, 0], [9, 9], [0, 0, 0], [], [], nil) == 0)
    #expect(
      nobat_add_columns(
        problem, 2, [0, 0], [5, 5], [1, 1], [0, 0], [0, 1, 2], [1, 2], [1, 1], nil) == 0)
    return try body(problem)
  }

  /// What GLPK says when it gives up.
  private var lastMessage: String { String(cString: nobat_message()) }

  @Test("Misuse that would end the process is caught with GLPK's message")
  func misuse() throws {
    try withRawProblem { problem in
      #expect(nobat_set_row_bounds(problem, 3, 0, 1) == NOBAT_FAULT)
      #expect(lastMessage.contains("glp_set_row_bnds: i = 3; row number out of range"))
    }
    try withRawProblem { problem in
      // The same row twice in a column.
      let code = nobat_add_columns(
        problem, 1, [0], [1], [0], [0], [0, 2], [1, 1], [1, 1], nil)
      #expect(code == NOBAT_FAULT)
      #expect(lastMessage.contains("duplicate row indices not allowed"))
    }
    try withRawProblem { problem in
      let code = "a\u{1}b".withCString { name in
        nobat_add_rows(problem, 1, [0], [1], [0, 0], [], [], [name])
      }
      #expect(code == NOBAT_FAULT)
      #expect(lastMessage.contains("row name contains invalid character"))
    }
    try withRawProblem { problem in
      var options = glp_smcp()
      glp_init_smcp(&options)
      options.tol_bnd = 7
      var result = nobat_result()
      #expect(nobat_simplex(problem, &options, nil, nil, &result) == NOBAT_FAULT)
      #expect(lastMessage.contains("tol_bnd = 7; invalid parameter"))
    }
    try withRawProblem { problem in
      // Quotient minimum degree is disabled in GLPK 5.
      var options = glp_iptcp()
      glp_init_iptcp(&options)
      options.ord_alg = GLP_ORD_QMD
      var result = nobat_result()
      #expect(nobat_interior(problem, &options, nil, nil, &result) == NOBAT_FAULT)
    }
  }

  @Test("After a fault the problem is lost, and the thread goes on with new ones")
  func afterFault() throws {
    try withRawProblem { problem in
      #expect(nobat_delete_columns(problem, 1, [5]) == NOBAT_FAULT)
      #expect(nobat_set_column_bounds(problem, 1, 0, 1) == NOBAT_LOST)
      #expect(nobat_problem_count() == 0)
      try withRawProblem { other in
        #expect(nobat_set_column_bounds(other, 1, 0, 1) == 0)
        #expect(nobat_set_column_bounds(problem, 1, 0, 1) == NOBAT_LOST)
        #expect(nobat_problem_count() == 1)
      }
    }
    #expect(nobat_problem_count() == 0)
    #expect(try covering(slots: 10, shifts: 20, seed: 1).solve().ending == .optimal)
  }

  @Test("A fault inside a solve comes out as a fault with GLPK's message")
  func memoryLimit() throws {
    let model = covering(slots: 60, shifts: 400, seed: 1)
    let expected = try model.solve()
    let fault = #expect(throws: Fault.self) {
      try withProblem(model) { problem in
        glp_mem_limit(1)  // MB; the limit is the thread's, and goes with its environment
        _ = try problem.solve()
        var columns = Columns()
        for _ in 0..<20_000 {
          columns.append(cost: 1)
          for row in 0..<30 { columns.enter(1, in: Row(row)) }
        }
        try problem.add(columns)
      }
    }
    #expect(fault?.kind == .solver)
    #expect(fault?.message.contains("memory allocation limit exceeded") == true)
    #expect(try model.solve() == expected)
  }

  @Test("A problem that outlived a fault says so, and is not freed twice")
  func lost() throws {
    let model = covering(slots: 10, shifts: 20, seed: 2)
    try withProblem(model) { problem in
      _ = try problem.solve()
      try withRawProblem { other in
        #expect(nobat_set_row_bounds(other, 99, 0, 1) == NOBAT_FAULT)
      }
      let fault = #expect(throws: Fault.self) { try problem.solve() }
      #expect(fault?.kind == .lost)
      #expect(try model.solve().ending == .optimal)
      #expect(throws: Fault.self) { try problem.read(.values) }
    }
    #expect(nobat_problem_count() == 0)
  }

  @Test("A problem given to another thread is refused there, and frees nothing there")
  func otherThread() throws {
    struct Handle: @unchecked Sendable { let problem: OpaquePointer }
    try withRawProblem { problem in
      let handle = Handle(problem: problem)
      onThreads(2) { number in
        var own: OpaquePointer?
        if number == 0 { _ = nobat_create(&own) }
        #expect(nobat_set_column_bounds(handle.problem, 1, 0, 1) == NOBAT_LOST)
        nobat_delete(own)
      }
      #expect(nobat_set_column_bounds(problem, 1, 0, 1) == 0)
    }
    // Deleting it there frees the handle but leaves GLPK's memory to its own thread.
    var made: OpaquePointer?
    #expect(nobat_create(&made) == 0)
    let handle = Handle(problem: try #require(made))
    onThreads(1) { _ in nobat_delete(handle.problem) }
    #expect(try covering(slots: 10, shifts: 20, seed: 3).solve().ending == .optimal)
  }

  @Test("GLPK made by others on the thread is left to them")
  func foreignEnvironment() throws {
    onThreads(1) { _ in
      glp_init_env()
      let foreign = glp_create_prob()
      glp_add_rows(foreign, 3)
      let outcome = try? covering(slots: 10, shifts: 20, seed: 4).solve()
      #expect(outcome?.ending == .optimal)
      #expect(glp_get_num_rows(foreign) == 3)
      glp_delete_prob(foreign)
      glp_free_env()
    }
  }

  @Test("A simplex asks whether to stop while it runs, and stops")
  func wish() throws {
    // 1,000 rows of at least 100 over 2,000 columns of ten entries: thousands of steps.
    let (rows, columns) = (1_000, 2_000)
    var dice = Dice(seed: 1)
    var made: OpaquePointer?
    #expect(nobat_create(&made) == 0)
    let problem = try #require(made)
    defer { nobat_delete(problem) }
    let none = [Int32](repeating: 0, count: rows + 1)
    let needs = (0..<rows).map { _ in dice.whole(50...200) }
    let open = [Double](repeating: .infinity, count: columns)
    #expect(nobat_add_rows(problem, Int32(rows), needs, open, none, [], [], nil) == 0)
    var places: [Int32] = []
    for _ in 0..<columns {
      let first = Int32(dice.whole(1...100))
      places += (0..<10).map { first + $0 * 100 - Int32($0 % 7) * 3 + 18 }.map { min($0, 1_000) }
    }
    let zeros = [Double](repeating: 0, count: columns)
    let costs = (0..<columns).map { _ in dice.whole(50...150) }
    let values = places.map { _ in dice.whole(1...9) }
    let starts = (0...columns).map { Int32($0 * 10) }
    let kinds = [UInt8](repeating: 0, count: columns)
    #expect(
      nobat_add_columns(
        problem, Int32(columns), zeros, open, costs, kinds, starts, places, values, nil) == 0)

    var options = glp_smcp()
    glp_init_smcp(&options)
    var result = nobat_result()
    var asked = 0
    let code = nobat_simplex(
      problem, &options,
      { context in
        guard let asked = context?.assumingMemoryBound(to: Int.self) else { return 1 }
        asked.pointee += 1
        return asked.pointee == 3 ? 1 : 0
      }, &asked, &result)
    #expect(code == NOBAT_CANCELLED)
    #expect(asked == 3)
    #expect(nobat_simplex(problem, &options, nil, nil, &result) == NOBAT_LOST)
  }

  @Test("GLPK prints nothing: not of a solve, a search, a file or a fault")
  func silence() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      _ = try covering(slots: 60, shifts: 200, seed: 1).solve()
      _ = try covering(slots: 60, shifts: 200, seed: 1).solve(.interior())
      _ = try covering(slots: 60, shifts: 200, seed: 1).solve(.exact())
      _ = try knapsack(things: 30, dimensions: 5, seed: 3).solve(.search(Search(cuts: .all)))
      _ = try knapsack(things: 30, dimensions: 5, seed: 3).solve(.search(Search(presolve: true)))
      _ = try? Model(contentsOf: "/etc/passwd", as: .lp)
      var made: OpaquePointer?
      _ = nobat_create(&made)
      precondition(nobat_set_row_bounds(made, 7, 0, 1) == NOBAT_FAULT)
    }
    let printed = (result?.standardOutputContent ?? []) + (result?.standardErrorContent ?? [])
    let text = String(decoding: printed, as: UTF8.self)
    for word in ["GLPK", "obj =", "row number", "Reading", "Preprocessing", "api/"] {
      #expect(!text.contains(word))
    }
  }

  @Test("Twenty thousand faults leak nothing", .disabled(if: isSanitized))
  func manyFaults() async {
    await #expect(processExitsWith: .success) {
      func fault() {
        var made: OpaquePointer?
        _ = nobat_create(&made)
        _ = nobat_add_rows(made, 2, [0, 0], [9, 9], [0, 0, 0], [], [], nil)
        let code = nobat_set_row_bounds(made, 7, 0, 1)
        precondition(code == NOBAT_FAULT)
        nobat_delete(made)
      }
      for _ in 0..<2_000 { fault() }
      let before = residentPages()
      for _ in 0..<20_000 { fault() }
      // A leaked problem alone has 8 KiB: 20,000 would be 40,000 pages.
      precondition(residentPages() - before < 500)
    }
  }
}
