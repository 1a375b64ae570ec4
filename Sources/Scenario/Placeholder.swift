// Scenario: placeholder until its first type lands.
