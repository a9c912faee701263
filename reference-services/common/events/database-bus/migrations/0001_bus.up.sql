-- What was published, in one order. Headers are JSON kept as text: they may hold what jsonb cannot store.
CREATE TABLE bus_messages (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  address text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  headers text NOT NULL,
  body bytea NOT NULL,
  published_at timestamptz NOT NULL
);
CREATE INDEX bus_messages_by_address ON bus_messages (address, sequence);
CREATE INDEX bus_messages_by_time ON bus_messages (published_at);

-- The ids that were seen lately; a second message of the same id is dropped.
CREATE TABLE bus_ids (
  id text COLLATE "C" PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX bus_ids_by_expiry ON bus_ids (expires_at);

-- The durable workers: everything up to the position has been handed out at least once.
CREATE TABLE bus_workers (
  durable text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (durable, address)
);

-- What was handed out and is not settled. Once it is due, it is handed out again.
CREATE TABLE bus_deliveries (
  durable text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL REFERENCES bus_messages ON DELETE CASCADE,
  deliveries integer NOT NULL,
  due_at timestamptz NOT NULL,
  -- A worker has it now, as opposed to one that waits for its next delivery.
  held boolean NOT NULL,
  PRIMARY KEY (durable, address, sequence),
  FOREIGN KEY (durable, address) REFERENCES bus_workers ON DELETE CASCADE
);
CREATE INDEX bus_deliveries_by_due ON bus_deliveries (durable, address, due_at);
CREATE INDEX bus_deliveries_by_message ON bus_deliveries (sequence);
