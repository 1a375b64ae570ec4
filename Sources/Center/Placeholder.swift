// Center: placeholder until its first type lands.
