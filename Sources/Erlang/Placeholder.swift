// Erlang: placeholder until its first type lands.
