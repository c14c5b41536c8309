import CGLPK

/// Stands between GLPK's callback and the watcher: applies the limits and keeps errors.
///
/// It never calls GLPK. C asks it, it returns, and only then C acts; so a fault inside GLPK has no
/// Swift frame to jump over.
final class SearchListener {
  let search: Search
  let cancellation: Cancellation?
  let watcher: Search.Watcher?
  let variableCount: Int
  /// Simplex steps that the relaxation took; the iteration limit counts them too.
  let earlierIterations: Int
  private var start: [Double]?

  /// Why the search is to end, if it was ended here.
  private(set) var ending: Outcome.Ending?
  private(set) var error: (any Error)?
  private(set) var nodes = 0
  private(set) var bound: Double?

  private var offersStart = false
  private var firstIterations: Int?

  init(
    _ search: Search, cancelling cancellation: Cancellation?, start: [Double]?,
    variableCount: Int, earlierIterations: Int, watcher: Search.Watcher?
  ) {
    self.search = search
    self.cancellation = cancellation
    self.start = start
    self.variableCount = variableCount
    self.earlierIterations = earlierIterations
    self.watcher = watcher
  }

  /// What C calls, with the listener as context.
  static let callback: nobat_listener = { context, search, moment in
    guard let context = unsafe context, let search = unsafe search, let moment = unsafe moment
    else { return 1 }
    let listener = unsafe Unmanaged<SearchListener>.fromOpaque(context).takeUnretainedValue()
    let tree = unsafe Tree(handle: search)
    let seen = unsafe moment.pointee
    listener.attend(seen, tree)
    return listener.ending == nil ? 0 : 1
  }

  private func attend(_ moment: nobat_moment, _ tree: Tree) {
    note(moment)
    if moment.refused != 0 {
      let whose = offersStart ? "The start" : "An offered solution"
      end(
        throwing: Fault(.input, "\(whose) of the search breaks a bound, a row or wholeness."))
    } else if let limit = limit(at: moment) {
      ending = limit
    } else if let start, moment.reason == GLP_IPREPRO {
      self.start = nil
      offersStart = true
      offer(start, tree)
    } else if let watcher, let kind = kind(of: moment) {
      offersStart = false
      do {
        carryOut(try watcher(seen(moment, kind, tree)), kind, tree)
      } catch {
        end(throwing: error)
      }
    }
  }

  private func note(_ moment: nobat_moment) {
    nodes = Int(moment.nodes)
    if moment.bound.isFinite { bound = moment.bound }
    if firstIterations == nil { firstIterations = Int(moment.iterations) }
  }

  private func limit(at moment: nobat_moment) -> Outcome.Ending? {
    if cancellation?.isCancelled == true { return .cancelled }
    if let most = search.until.nodes, moment.reason == GLP_ISELECT, moment.nodes > most {
      nodes = Int(moment.nodes) - 1  // the one just selected is not taken up
      return .limit(.nodes)
    }
    if let most = search.until.iterations, iterations(at: moment) >= most {
      return .limit(.iterations)
    }
    return nil
  }

  private func iterations(at moment: nobat_moment) -> Int {
    earlierIterations + Int(moment.iterations) - (firstIterations ?? 0)
  }

  private func kind(of moment: nobat_moment) -> Search.Moment.Kind? {
    if moment.reason == GLP_IROWGEN { return search.rows == .lazy ? .relaxation : nil }
    if moment.improved != 0 { return .incumbent }
    return moment.reason == GLP_IPREPRO ? .node : nil
  }

  private func seen(
    _ moment: nobat_moment, _ kind: Search.Moment.Kind, _ tree: Tree
  ) -> Search.Moment {
    Search.Moment(
      kind: kind, nodes: Int(moment.nodes), iterations: iterations(at: moment),
      bound: moment.bound.isFinite ? moment.bound : nil,
      incumbent: moment.has_incumbent != 0 ? moment.incumbent : nil,
      values: tree.shownValues(Int(moment.columns)))
  }

  private func carryOut(_ reply: Search.Reply, _ kind: Search.Moment.Kind, _ tree: Tree) {
    switch reply {
    case .proceed: break
    case .stop: ending = .stopped
    case .offer(let values): offer(values, tree)
    case .demand(let constraints): demand(constraints, kind, tree)
    }
  }

  private func offer(_ values: [Double], _ tree: Tree) {
    if search.presolve {
      let sentence = "A search that presolves takes no solutions; turn `presolve` off."
      end(throwing: Fault(.input, sentence))
    } else if values.count != variableCount {
      let sentence =
        "A solution of \(values.count) values was offered; there are \(variableCount) variables."
      end(throwing: Fault(.input, sentence))
    } else {
      tree.offer(values)
    }
  }

  private func demand(
    _ constraints: [Constraint], _ kind: Search.Moment.Kind, _ tree: Tree
  ) {
    let rows = Rows(constraints)
    let findings = rows.findings(columnCount: variableCount) { "demanded row \($0)" }
    if kind != .relaxation || search.presolve {
      let sentence = "Rows can be demanded only when a relaxation is shown, without `presolve`."
      end(throwing: Fault(.input, sentence))
    } else if let fault = Fault(findings: findings) {
      end(throwing: fault)
    } else if !tree.demand(rows) {
      end(throwing: Fault(.system, "There is no memory for the demanded rows."))
    }
  }

  private func end(throwing error: any Error) {
    self.error = error
    ending = .stopped
  }
}

/// The search on its C side, as far as answers go.
@safe
private struct Tree {
  let handle: OpaquePointer

  init(handle: OpaquePointer) {
    unsafe self.handle = handle
  }

  func shownValues(_ count: Int) -> [Double] {
    guard let values = unsafe nobat_shown(handle) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: values, count: count))
  }

  func offer(_ values: [Double]) {
    unsafe nobat_offer(handle, values)
  }

  func demand(_ rows: Rows) -> Bool {
    unsafe nobat_demand(
      handle, Int32(rows.count), rows.lower, rows.upper, rows.starts, rows.columns, rows.values)
      == 0
  }
}
