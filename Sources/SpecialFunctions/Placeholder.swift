// SpecialFunctions: placeholder until its first type lands.
