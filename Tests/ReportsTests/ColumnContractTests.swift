import Reports
import Testing

/// The header is a contract: whoever changes it changes this list, the version and the changelog.
@Suite("The columns of every file are what they were")
struct ColumnContractTests {
  /// `x?` stands for a measure with the bounds of its interval, `x!` for one with days as well,
  /// `x/` for a numerator and a denominator, `x%` for one with the points of random years.
  static let contract = [
    "summary": """
    scenario level name class replications entered! transferred_in! closed! blocked? contained?
    in_self_service_end! offered! answered! answered_within! abandoned! abandoned_within!
    abandoned_short! balked! silent_abandoned! waiting_end! delayed! due! on_time!
    first_attempts! callbacks_offered! callbacks_accepted! callbacks_reached! turns! replies!
    replies_within! turns_waiting_end! closed_by_silence! peer_answered! fell_back! redials! steered!
    backlog_start! repeats!
    service_level! service_level_excluding_abandons_in_time!
    service_level_abandons_in_time_as_met! service_level_answered!
    service_level_excluding_short_abandons! service_level_of_entered!
    service_level_first_attempts! service_level_interval_mean? intervals_target_met?
    days_target_met? on_time_rate! reply_service_level! answer_rate! abandonment_rate!
    abandonment_rate_excluding_short! blocking_rate! repeat_rate! asa_s! asa_with_callbacks_s! wait_mean_s!
    wait_delayed_mean_s! time_to_abandon_s! reply_time_s! handle_time_s! session_time_s! focus_time_s!
    residual_handle_time_ratio? queue_mean! backlog_end! overdue_end! open_threads! handled! reviews! occupancy!
    utilization! slot_utilization! concurrency_mean! agents_paid! agents_present! agents_busy!
    agents_idle! agents_outbound! paid_h! intraday_h! review_h! overtime_h! fte? load_p10? load_p90?
    load_gini? dials! reached! right_party! nuisance! nuisance_rate!
    sessions? containment_rate? true_containment_rate?
    deflection_rate? issues_born? messages_sent? issues_prevented?
    issues_induced? issues_resolved? issues_lost? issues_open_end?
    first_contact_resolution? contacts_per_issue? time_to_resolution_s? channel_switches?
    cost_agents! cost_overtime! cost_channels! cost_self_service? cost_proactive?
    cost_outbound! cost_penalty? cost_lost? cost_total? cost_per_contact? cost_per_resolved_issue? value_resolved? net_value?
    wait_p50_s? wait_p80_s? wait_p90_s? wait_p95_s? wait_p99_s?
    backlog_age_p90_s? wait_max_s queue_max currency skewed_measures
    """,
    "intervals": """
    scenario interval_start interval_end channel class entered transferred_in closed blocked contained
    in_self_service_end offered answered answered_within abandoned abandoned_within
    abandoned_short balked silent_abandoned waiting_end delayed due on_time first_attempts
    callbacks_offered callbacks_accepted callbacks_reached turns replies replies_within
    turns_waiting_end closed_by_silence peer_answered fell_back redials steered repeats
    service_level? service_level_excluding_abandons_in_time
    service_level_abandons_in_time_as_met service_level_answered
    service_level_excluding_short_abandons service_level_of_entered on_time_rate? reply_service_level
    answer_rate abandonment_rate? abandonment_rate_excluding_short blocking_rate asa_s? asa_with_callbacks_s
    wait_mean_s? reply_time_s handle_time_s? queue_mean? backlog_end overdue_end open_threads
    dials reached right_party nuisance nuisance_rate
    """,
    "agents": """
    scenario team interval_start interval_end occupancy? utilization agents_paid
    agents_present agents_busy? agents_idle agents_outbound paid_h intraday_h review_h overtime_h
    """,
    "agent_load": """
    scenario team agent handled busy_s present_s occupancy
    """,
    "waits": """
    scenario channel class outcome wait_from_s wait_to_s count
    """,
    "replications": """
    scenario replication service_level/ on_time_rate/ abandonment_rate/ blocking_rate/
    asa_s/ handle_time_s/ occupancy/ fte/ right_party/ nuisance_rate/ containment_rate/ deflection_rate/
    first_contact_resolution/ contacts_per_issue/ time_to_resolution_s/ cost_total/
    cost_per_contact/ cost_per_resolved_issue/
    """,
    "contacts": """
    scenario replication issue attempt leg class born difficulty reason channel tool entered
    queued queue_entry patience_quantile answered service team agent talk_quantile talk_s
    repeated_information_s wrap_up_s left wait_s outcome counted
    """,
    "sweep": """
    PATH service_level? on_time_rate? abandonment_rate? blocking_rate? asa_s? handle_time_s? occupancy?
    fte? right_party? nuisance_rate? containment_rate? deflection_rate? first_contact_resolution?
    contacts_per_issue? time_to_resolution_s? cost_total? cost_per_contact? cost_per_resolved_issue?
    pareto currency skewed_measures
    """,
    "factors": """
    measure factor share total_effect range
    """,
    "variance": """
    scenario measure source share? standard_deviation
    """,
    "staffing": """
    scenario team interval_start interval_end agents_scheduled offered_load agents_required
    agents_required_paid over_under method required_erlang_c required_erlang_a
    required_square_root required_sipp required_sipp_max required_sipp_mix required_sipp_lag
    required_sipp_lag_max required_sipp_lag_mix required_offered_load removal note
    """,
    "year": """
    scenario week team week_start volume headcount% leavers% hires in_training graduates not_passed
    required_fte effective_fte% gap_fte% shortfall_fte short_share overtime_h vendor_h cost%
    cost_wages cost_hiring cost_training cost_overtime cost_vendor currency
    """,
    "hiring": """
    scenario team class agents decide_by start works_from origin started
    """,
    "comparison": """
    measure level name class design_a design_b value_a value_b difference? p_value verdict
    remark
    """,
    "patience": "source patience_s abandonment_rate wait_mean_s service_level scenario",
    "fits": """
    family mean_s mean_error_s form form_value form_error ended censored log_likelihood aic
    aic_behind ks_distance anderson_darling chi_square degrees_of_freedom p_value scenario
    """,
    "quantiles": "family probability measured_s fitted_s",
    "survival": "time_s at_risk ended survival? fitted",
    "volume": "quantity weekday value?",
    "actuals": """
    scenario interval_start interval_end channel class measure planned planned_day_p05
    planned_day_p95 actual simulated? actual_among_days
    """,
    "attribution": "scenario channel class step kind service_level? remark",
    "profile": "weekday interval_start volume share",
  ]

  @Test("Names and order of all columns", arguments: contract.keys.sorted())
  func columns(report: String) throws {
    let expected = try #require(Self.contract[report]).split { $0 == " " || $0 == "\n" }.flatMap {
      name -> [String] in
      let base = String(name.dropLast())
      return switch name.last {
      case "?": [base, "\(base)_lo95", "\(base)_hi95"]
      case "!": ["", "_lo95", "_hi95", "_day_p05", "_day_p95"].map { base + $0 }
      case "%": ["", "_p05", "_p95"].map { base + $0 }
      case "/": ["\(base)_numerator", "\(base)_denominator"]
      default: [String(name)]
      }
    }
    let descriptions = Report.columnDescriptions.table()
    let found = (0..<descriptions.rowCount).filter {
      descriptions.cell($0, "file") == .text("\(report).csv")
    }.compactMap { row -> String? in
      if case .text(let name)? = descriptions.cell(row, "column") { name } else { nil }
    }
    #expect(found == expected)
  }
}
