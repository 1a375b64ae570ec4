// Arguments: placeholder until its first type lands.
