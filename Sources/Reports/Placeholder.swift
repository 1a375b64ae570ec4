// Reports: placeholder until its first type lands.
