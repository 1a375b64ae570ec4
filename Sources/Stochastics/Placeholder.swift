// Stochastics: placeholder until its first type lands.
