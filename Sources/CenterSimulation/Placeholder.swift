// CenterSimulation: placeholder until its first type lands.
