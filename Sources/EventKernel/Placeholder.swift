// EventKernel: placeholder until its first type lands.
