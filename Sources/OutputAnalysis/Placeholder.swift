// OutputAnalysis: placeholder until its first type lands.
