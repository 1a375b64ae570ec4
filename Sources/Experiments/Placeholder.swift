// Experiments: placeholder until its first type lands.
